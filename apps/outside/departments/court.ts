import { ExecutionRequest } from '@hengchan/exchange/departments';
import { toShanghaiDate } from '@hengchan/standards';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Department, Refusal } from '../house/department.ts';
import { yearsLater } from './tax/arithmetic.ts';

type Execution = Static<typeof ExecutionRequest>;

const CounterOrder = Compile(
  Type.Object({
    office: ExecutionRequest.properties.office,
    unitCode: ExecutionRequest.properties.unitCode,
    kind: Type.Optional(ExecutionRequest.properties.kind),
    documentNo: Type.Optional(ExecutionRequest.properties.documentNo),
    rulingNo: Type.Optional(ExecutionRequest.properties.rulingNo),
    authority: Type.Optional(ExecutionRequest.properties.authority),
    respondents: Type.Optional(ExecutionRequest.properties.respondents),
    from: Type.Optional(ExecutionRequest.properties.from),
    to: Type.Optional(ExecutionRequest.properties.to),
    amount: Type.Optional(ExecutionRequest.properties.amount),
    originalDocumentNo: Type.Optional(ExecutionRequest.properties.originalDocumentNo),
    officers: Type.Optional(ExecutionRequest.properties.officers),
  }),
);

/** Seizure of real estate lasts three years at most (司法解释；article numbers differ between editions). */
const longestYears = 3;

/** 法院：协助执行. Requests are made at its counter and go to the registration platform as callbacks. */
export function court(): Department<'court'> {
  return {
    code: 'court',
    title: '人民法院',
    operations: {
      receipt(desk, told) {
        const receiptNo = `FY-${String(desk.store.next('receipt')).padStart(8, '0')}`;
        desk.store.put('notice', `${told.documentNo}/${receiptNo}`, {
          receiptNo,
          receivedAt: desk.now().toISOString(),
          ...told,
        });
        return { received: true, receiptNo };
      },
    },
    counter: {
      seizures(desk, body) {
        if (!CounterOrder.Check(body)) {
          throw new Refusal(
            'BAD_ORDER',
            `协助执行内容有误：${CounterOrder.Errors(body)[0]?.instancePath}`,
            400,
          );
        }
        const year = desk.now().toISOString().slice(0, 4);
        const number = desk.store.next('execution');
        const today = toShanghaiDate(desk.now());
        const kind = body.kind ?? 'seize';
        const request: Execution = {
          documentNo: `（${year}）演示执字第${number}号协助执行通知书`,
          rulingNo: `（${year}）演示执字第${number}号裁定书`,
          authority: '演示市人民法院',
          respondents: [],
          from: today,
          ...(kind === 'release' ? {} : { to: yearsLater(today, longestYears) }),
          officers: [
            { name: '执行员甲', workPermitNo: 'YS0001' },
            { name: '执行员乙', workPermitNo: 'YS0002' },
          ],
          ...body,
          kind,
        };
        desk.store.put('execution', request.documentNo, request);
        desk.callBack('execute', request, { message: desk.token(), ordering: request.unitCode });
        return request;
      },
    },
  };
}
