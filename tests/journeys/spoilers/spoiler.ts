import type { BusinessDefinition, Channel } from '@hengchan/casework';
import type { Cast, Member, Situation, Stage } from '@hengchan/demonstration';
import type { UnitFacts } from '@hengchan/register';
import type { CaseExample } from '@hengchan/registration';
import type { CaseView } from '../../../services/registration/schema.ts';
import type { Client } from '../../support/client.ts';
import type { JourneyOptions } from '../../support/journey.ts';
import type { World } from '../../support/world.ts';

/** What a spoiler has at hand: the situation as it was made, the register it may write in, and everybody in it. */
export interface Hands {
  readonly world: World;
  readonly situation: Situation;
  /** Of the office of the situation: to put rights on its units, or to make others. */
  readonly stage: Stage;
  readonly cast: Cast;
  /** Signs an account in. */
  enter(account: string): Promise<Client>;
  /** Who plays a role of the application. */
  member(role: string): Member;
  /** Whoever of the application holds the title of its units. */
  holders(): Member[];
  /** QLLX of the titles the business is about. */
  readonly rightType: string;
  /** Registers surveyed units to the holders. */
  titled(...facts: readonly (UnitFacts | undefined)[]): Promise<{ units: string[] }>;
  /** Moves the clock of everybody so many days on from the real time; 0 puts it right. Only for spoilers that run alone. */
  moveClock(days: number): Promise<void>;
  /** Opens another application and takes it as far as the options let it; answers its number. */
  begin(application: CaseExample, options?: JourneyOptions): Promise<string>;
}

/**
 * How to make a rule say no. Either the application that is posted is wrong, or the register is when it is posted, or something happens on
 * the way.
 */
export interface Spoiler {
  /** A business to try it on; the first that uses the rule where left out. */
  readonly business?: string;
  /** Which of the businesses that use the rule will do. */
  readonly fits?: (definition: BusinessDefinition) => boolean;
  readonly channel?: Channel;
  /** Changes what is posted, or the register before it is. */
  application?(hands: Hands): Promise<Partial<CaseExample> | undefined>;
  /** Something else happens just before this action is taken for the first time. */
  readonly before?: { readonly action: string; act(hands: Hands, view: CaseView): Promise<void> };
  /** Nobody brings the materials. */
  readonly withholds?: boolean;
  /** It changes more than its own case, so that nothing else may run beside it. */
  readonly alone?: boolean;
}

/** The form of the situation with other fields. */
export const filled = ({ situation }: Hands, changes: Record<string, unknown>) => ({
  form: { ...situation.application.form, ...changes },
});

/** The code of the first unit of the situation. */
export const unitOf = ({ situation }: Hands): string => situation.application.units[0] ?? '';
