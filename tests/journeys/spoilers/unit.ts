import {
  giveMortgage,
  giveNotice,
  giveTitle,
  lockPage,
  objectTo,
  seizeUnit,
  titledUnit,
} from '@hengchan/demonstration';
import { asOwner } from '../../support/as-owner.ts';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about units and what stands on their pages. */

/** A unit of the same holders like the situation's, otherwise described. */
async function anotherUnit(
  { stage, holders, rightType }: Hands,
  changes?: Parameters<typeof titledUnit>[2],
): Promise<{ units: string[] }> {
  const { facts } = await titledUnit(stage, { rightType, holders: holders() }, changes);
  return { units: [facts.code] };
}

const stranger = ({ cast, situation }: Hands) => {
  const numbers = situation.application.parties.map((party) => party.idNumber);
  const found = cast.members.person.find(({ identity }) => !numbers.includes(identity.idNumber));
  if (!found) throw new Error('everybody takes part already');
  return found;
};

export const unitSpoilers: Readonly<Record<string, Spoiler>> = {
  UNIT_EXISTS: {
    business: 'mortgage-first',
    // A page that a pre-seizure opened, without anybody's title.
    async application(hands) {
      const { stage, rightType } = hands;
      const [facts] = await stage.survey({ rightType });
      const [respondent] = hands.holders();
      if (!facts || !respondent) throw new Error('nothing surveyed');
      await stage.enter([
        {
          type: 'seizure',
          unit: facts.code,
          reason: '预查封',
          kind: '3',
          authority: { name: '演示市人民法院', kind: 'court' },
          caseNumber: '（2026）苏演预1号',
          documentNumber: '（2026）苏演预协1号',
          deliveredAt: stage.now.toISOString(),
          term: { unit: 'month', count: 36 },
          respondent: stage.seal(respondent.identity),
          facts,
        },
      ]);
      return { units: [facts.code] };
    },
  },
  UNIT_NOT_SEIZED: {
    async application(hands) {
      const [court] = hands.cast.members.court;
      if (court) await seizeUnit(hands.stage, unitOf(hands), court, hands.holders()[0] ?? stranger(hands));
      return undefined;
    },
  },
  UNIT_NOT_PENDING: {
    business: 'mortgage-first',
    async application({ begin, situation }) {
      await begin(situation.application, { before: (_action, view) => view.acceptedAt !== undefined });
      return undefined;
    },
  },
  PAGE_OPEN: {
    // The building is gone by the time the application is handed in.
    before: {
      action: 'submit',
      async act(hands) {
        const unit = unitOf(hands);
        await hands.stage.enter([{ type: 'cancellation', unit, reason: '房屋灭失', loss: true }]);
      },
    },
  },
  UNIT_NOT_LOCKED: {
    async application(hands) {
      await lockPage(hands.stage, unitOf(hands));
      return undefined;
    },
  },
  UNIT_MORTGAGED: { application: (hands) => anotherUnit(hands) },
  LAND_TERM_RUNS: {
    application: (hands) => anotherUnit(hands, { use: '21', landTermTo: '2020-03-31' }),
  },
  RIGHT_TYPE_FITS: {
    async application(hands) {
      const rightType = hands.rightType === '4' ? '6' : '4';
      const { facts } = await titledUnit(hands.stage, { rightType, holders: hands.holders() });
      return { units: [facts.code] };
    },
  },
  NOTICE_CONSENTED: {
    async application(hands) {
      await giveNotice(hands.stage, unitOf(hands), {
        kind: '2',
        claimants: [stranger(hands)],
        obligors: hands.holders(),
      });
      return undefined;
    },
  },
  OBJECTION_ACKNOWLEDGED: {
    async application(hands) {
      await objectTo(hands.stage, unitOf(hands), stranger(hands));
      return undefined;
    },
  },
  NO_RIGHTS_LEFT_ON_TITLE: {
    async application(hands) {
      const [bank] = hands.cast.members.bank;
      if (bank) await giveMortgage(hands.stage, unitOf(hands), { mortgagee: bank, debtors: hands.holders() });
      return undefined;
    },
  },
  UNIT_SURVEYED: {
    // The survey takes back what it found while the application is being filled in.
    before: {
      action: 'submit',
      async act({ world }, view) {
        await asOwner(world, 'DELETE FROM register.surveyed_unit WHERE code = ANY($1::text[])', [
          view.units.map((unit) => unit.code),
        ]);
      },
    },
  },
  NOT_YET_TITLED: {
    before: {
      action: 'submit',
      async act(hands) {
        const [facts] = await hands.stage.surveyOn(unitOf(hands).slice(0, 19), {
          rightType: hands.rightType,
        });
        if (facts)
          await giveTitle(hands.stage, facts, { rightType: hands.rightType, holders: hands.holders() });
      },
    },
  },
  RIGHTS_NATURE_FITS: {
    async application({ stage, rightType }) {
      const [facts] = await stage.survey({ rightType, changes: { rightsNature: '103' } });
      return { units: [facts?.code ?? ''] };
    },
  },
  CERTIFICATE_AGREES: {
    application: async (hands) => filled(hands, { certificateNumber: '苏（2016）常州市不动产权第9999999号' }),
  },
};
