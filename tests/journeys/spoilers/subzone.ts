import type { Spoiler } from './spoiler.ts';

/** Spoiler of the rule about the subzone new units are numbered in. */
export const subzoneSpoilers: Readonly<Record<string, Spoiler>> = {
  SUBZONE_IN_FORCE: {
    fits: ({ units }) => units.source === 'survey',
    // The survey numbered it in a subzone that the office does not have.
    async application({ stage, rightType }) {
      const [facts] = await stage.survey({ rightType });
      if (!facts) throw new Error('nothing surveyed');
      const code = `${facts.code.slice(0, 6)}998001${facts.code.slice(12)}`;
      await stage.survey({ rightType, changes: { code, parcelCode: code.slice(0, 19) } });
      return { units: [code] };
    },
  },
};
