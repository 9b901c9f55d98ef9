import type { BusinessDefinition, PartyRole, RuleUse } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { always, evidence, identityOf, pageRules, warnings } from '../parts/disposal.ts';
import { choice, coOwnership, reasonOf, words, yuan } from '../parts/fields.ts';
import { certificateOfTitle, identityDocument, signedApplication } from '../parts/materials.ts';
import { noticeStart, publicNotice } from '../parts/notice.ts';
import { usualProcess } from '../parts/process.ts';
import { transferee } from '../parts/roles.ts';
import { deathProof, judgment, kinship } from '../parts/transfer-materials.ts';
import { type Listing, listed, promised } from './family.ts';
import { certificateNumber } from './sale.ts';

/** Whoever held before takes no part: the right passed without them. */
const formerHolder = (title: string, explanation: string): PartyRole => ({
  role: 'formerHolder',
  title,
  explanation,
  minimum: 1,
  maximum: 50,
  kinds: ['person', 'organisation'],
  currentHolder: true,
});

const money = { taxed: true, fee: true };
const passed: RuleUse = { rule: 'FORMER_HOLDER_REGISTERED', moments: always };
const notPending: RuleUse = { rule: 'UNIT_NOT_PENDING', moments: always };
const notifies = ['housing', 'tax', 'police', 'power', 'water', 'gas', 'broadcast'] as const;

/** 司法裁决转移: the one a judgment names applies alone; only what the same court stopped may pass it (民法典 229). */
export const byJudgment =
  (...kinds: PartyRole['kinds'][number][]) =>
  (listing: Listing): BusinessDefinition =>
    listed(listing, {
      keywords: ['司法裁决', '法院判决', '拍卖', '以物抵债', '仲裁', '过户'],
      summary: '凭生效法律文书（判决、调解书、执行裁定、仲裁裁决等）由取得权利的一方单方申请转移登记。',
      audience: '生效法律文书确定的权利人',
      registrationType: '200',
      laws: [law.judgmentPasses, law.registeredBeforeDisposal, law.jointApplication, law.seizureBeforeEntry],
      units: { minimum: 1, maximum: 1 },
      exclusive: true,
      parties: [
        {
          ...transferee,
          title: '文书确定的权利人',
          explanation: '单方申请；文书确定由多人共有的逐一填写。',
          kinds,
        },
        formerHolder('原权利人', '登记簿上的全体权利人，即文书中的被执行人或另一方；不用参加。'),
      ],
      form: Type.Object({
        authority: words('作出文书的机关', '人民法院或仲裁机构的全称', '演示市人民法院'),
        documentNumber: words(
          '生效法律文书文号',
          '判决书、裁定书、调解书或裁决书的文号',
          '（2026）苏0402执裁字第108号',
        ),
        price: yuan(
          '成交价或抵偿金额（元）',
          '拍卖、抵债的填写；没有价款的填 0，由税务部门核定',
          '980000.00',
        ),
        coOwnership,
        certificateNumber,
        reason: reasonOf('生效法律文书'),
      }),
      materials: [signedApplication, judgment, identityDocument],
      facts: [identityOf('transferee')],
      rules: [
        ...pageRules,
        { rule: 'ORDERED_BY_WHO_SEIZED', moments: always },
        notPending,
        passed,
        { rule: 'JUDGMENT_EXAMINED', moments: ['review'] },
        ...warnings,
        ...evidence(money),
      ],
      process: usualProcess({ confirm: true, taxed: true, payer: 'transferee' }),
      limit: promised(5),
      fee: 'ownership',
      taxed: true,
      taxKind: 'other',
      effects: ['transfer-by-order'],
      notifies,
      outcome: 'certificate',
    });

const decedent = formerHolder('被继承人（遗赠人）', '登记簿上的权利人，已经去世的人。');

/** 继承、受遗赠: heirs apply alone; unless notarised the registry looks at who they are and announces it (实施细则 14). */
export const inheritance = (listing: Listing): BusinessDefinition =>
  listed(listing, {
    keywords: ['继承', '遗嘱', '遗产', '受遗赠', '父母去世', '过户'],
    summary: '继承或受遗赠房屋：核验死亡和亲属关系后登记；没有公证的，查验材料并公告，法定继承免征契税。',
    audience: '继承人、受遗赠人',
    registrationType: '200',
    laws: [law.inheritanceOpens, law.registeredBeforeDisposal, law.inheritance, law.deedTaxExempt],
    units: { minimum: 1, maximum: 1 },
    exclusive: true,
    parties: [
      {
        ...transferee,
        title: '继承人、受遗赠人',
        explanation: '取得权利的人；仍是共有人的其他权利人一并填写。',
      },
      decedent,
    ],
    form: Type.Object({
      ground: choice(
        '取得方式',
        '法定继承人依法定或遗嘱取得的为继承；法定继承人以外的人依遗嘱取得的为受遗赠',
        { inheritance: '继承', bequest: '受遗赠' },
        'inheritance',
      ),
      notarised: Type.Optional(
        Type.Boolean({
          title: '已办理继承（遗赠）公证',
          description: '提交公证书的勾选，不再公告',
          examples: [true],
        }),
      ),
      price: Type.Optional(yuan('申报价值（元）', '受遗赠的由税务部门核定', '1280000.00')),
      coOwnership,
      certificateNumber,
    }),
    materials: [signedApplication, deathProof, kinship, identityDocument, certificateOfTitle],
    facts: [
      identityOf('transferee'),
      {
        kind: 'death',
        title: '死亡核验',
        source: '公安部门',
        each: ['formerHolder'],
        question: 'death',
      },
    ],
    rules: [
      ...pageRules,
      { rule: 'UNIT_NOT_LOCKED', moments: always },
      { rule: 'UNIT_NOT_SEIZED', moments: always },
      notPending,
      passed,
      { rule: 'DECEDENT_DECEASED', moments: always },
      { rule: 'DEATH_CONFIRMED', moments: ['review'] },
      { rule: 'HEIRS_EXAMINED', moments: ['review'] },
      ...warnings,
      ...evidence(money),
      { rule: 'NOTICE_PERIOD_OVER', moments: ['entry'] },
    ],
    process: usualProcess({
      confirm: true,
      taxed: true,
      payer: 'transferee',
      notice: {
        first: noticeStart,
        nodes: (next) => publicNotice(next, { kind: 'inheritance', days: 15, unless: 'notarised' }),
      },
    }),
    limit: promised(5),
    fee: 'ownership',
    taxed: true,
    taxKind: { field: 'ground', kinds: { inheritance: 'inheritance', bequest: 'gift' } },
    effects: ['inherit'],
    notifies,
    outcome: 'certificate',
  });
