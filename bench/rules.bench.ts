import { catalogue } from '@hengchan/catalogue';
import { type RegistrationFacts, registrationRules } from '@hengchan/registration';
import { evaluate, type Setting } from '@hengchan/rules';
import { say, table, verdict } from './support/report.ts';
import { perSecond } from './support/timing.ts';

/**
 * Every rule a case of the heaviest business is asked on its way, at all its moments, as the product asks: with the settings of
 * many administrators looked through each time. The floor calls the same rules' functions bare.
 */
const moments = ['accept', 'accept', 'review', 'review', 'entry'] as const;
const weightOf = (each: (typeof catalogue)[number]) =>
  moments.reduce((sum, moment) => sum + each.rules.filter((use) => use.moments.includes(moment)).length, 0);
const [definition] = [...catalogue].sort((left, right) => weightOf(right) - weightOf(left));
if (!definition) throw new Error('the catalogue is empty');
/** A case may take this long: the aim of the product, in microseconds. */
const allowed = 2_000;
const person = (name: string) => ({
  name,
  idType: '1',
  idIndex: `index-${name}`,
  idMasked: '320***********0019',
});

const facts = (moment: (typeof moments)[number]): RegistrationFacts =>
  ({
    moment,
    business: definition.code,
    channel: 'online',
    office: '320402',
    today: '2026-11-20',
    now: '2026-11-20T02:00:00.000Z',
    units: [
      {
        code: '320402001001GB00001F00010001',
        exists: true,
        kind: 'house',
        location: '常州市天宁区青枫里1幢1室',
        area: '98.76',
        use: '11',
        declared: { location: '常州市天宁区青枫里1幢1室', area: '98.76', use: '成套住宅' },
        pendingCases: [],
        rights: [
          {
            id: '1-1',
            kind: 'ownership',
            rightType: '4',
            coOwnership: '0',
            origin: '1-1',
            registeredAt: new Date('2020-01-01T00:00:00Z'),
            registeredEntry: 1,
            holders: [{ ...person('甲'), idSealed: 'sealed', holderKind: '1' }],
            content: { reason: '买卖' },
          },
        ],
      },
    ],
    parties: definition.parties.map(({ role }, at) => ({
      ...person(at === 0 ? '甲' : `乙${at}`),
      role,
      confirmed: true,
      agrees: true,
      born: '1901-02-03',
    })),
    form: { coOwnership: '0', price: '1280000.00' },
    asked: [
      { kind: 'identity', title: '身份核验', subject: '甲', outcome: 'match', data: {} },
      { kind: 'identity', title: '身份核验', subject: '乙', outcome: 'match', data: {} },
      { kind: 'marriage', title: '婚姻登记信息', subject: '甲', outcome: 'match', data: { status: 'none' } },
      { kind: 'contract', title: '网签备案', subject: '1', outcome: 'match', data: {} },
    ],
    missingMaterials: [],
    taxSettled: true,
    taxReceipts: ['1'],
    paymentDue: 100,
    paymentPaid: 100,
    noticeOver: false,
    noticeObjections: 0,
  }) as RegistrationFacts;

const situations = moments.map((moment) => ({ moment, facts: facts(moment) }));
const scope = { business: definition.code, office: '320402' };
/** What administrators may have set: each rule of the business at another one and for another office, and some here. */
const settings: Setting[] = catalogue.slice(0, 12).flatMap((business, at) =>
  definition.rules.map(({ rule }) => ({
    rule,
    business: at === 0 ? '*' : business.code,
    office: at % 2 === 0 ? '*' : '330802',
    enabled: true,
    parameters: {},
  })),
);
const bare = situations.map(({ moment, facts: seen }) => ({
  seen,
  rules: registrationRules.applying(definition.rules, moment, scope, settings),
}));
const evaluations = bare.reduce((sum, { rules }) => sum + rules.length, 0);

const cases = perSecond(() => {
  for (const { moment, facts: seen } of situations)
    evaluate(registrationRules.applying(definition.rules, moment, scope, settings), seen);
});
const unset = perSecond(() => {
  for (const { moment, facts: seen } of situations)
    evaluate(registrationRules.applying(definition.rules, moment, scope, []), seen);
});
const floor = perSecond(() => {
  for (const { rules, seen } of bare) for (const { rule, parameters } of rules) rule.check(seen, parameters);
});
say(`  ${definition.code}: ${evaluations} evaluations a case at ${moments.length} moments`);
table([
  [`µs a case, with ${settings.length} settings`, 1e6 / cases],
  ['µs a case, nothing set', 1e6 / unset],
  ['µs a case, the bare functions', 1e6 / floor],
]);
verdict('rule evaluations', unset / floor, 0.2);
verdict(`a case of the heaviest business in ${allowed} µs`, allowed / (1e6 / cases), 1);
