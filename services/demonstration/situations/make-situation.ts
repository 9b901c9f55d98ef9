import type { BusinessDefinition, Channel } from '@hengchan/casework';
import type { Platform } from '@hengchan/platform';
import type { CaseExample, OfficeInfo } from '@hengchan/registration';
import type { Cast, Member } from './cast.ts';
import { entranceOf } from './cast.ts';
import { type CastParty, castRoles } from './casting.ts';
import { fillForm } from './form.ts';
import { recipeFor } from './recipes/index.ts';
import type { Recipe } from './recipes/recipe.ts';
import { type AtCounter, openStage } from './stage.ts';

/** Somebody who has something to do in the case: a party by its roles, a clerk by theirs. */
export interface SituationActor {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** A case that can be begun at once: everything the register must hold is there. */
export interface Situation {
  /** The body of POST /api/cases, as it is. */
  readonly application: CaseExample;
  readonly channel: Channel;
  /** Who posts it. */
  readonly opener: { readonly account: string; readonly password: string };
  /** Parties first, then clerks in the order of the steps. */
  readonly actors: readonly SituationActor[];
  /** How many entries the case makes. */
  readonly entries: number;
}

export interface SituationRequest {
  readonly definition: BusinessDefinition;
  readonly office: OfficeInfo;
  /** The first channel of the definition where left out. */
  readonly channel?: Channel;
  readonly atCounter?: AtCounter;
  /** Instead of the one registered for the business. */
  readonly recipe?: Recipe;
}

/**
 * Makes a fresh situation of a business: units nobody has dealt with, held by people of the demonstration. Throws where the business has
 * nobody who may open it, or no ground.
 */
export async function makeSituation(
  platform: Platform,
  cast: Cast,
  {
    definition,
    office,
    channel = definition.channels[0] ?? 'counter',
    recipe = recipeFor(definition),
    atCounter,
  }: SituationRequest,
): Promise<Situation> {
  const stage = await openStage(platform, office, cast, 'cases', atCounter);
  const casting = castRoles(definition, cast, stage.turn, channel, recipe.prefers?.(definition));
  const scene = await recipe.prepare(stage, definition, casting);
  const clerks = clerksOf(definition, cast, office.code);
  const opener =
    channel === 'counter'
      ? clerks.find(({ roles }) => roles.some((role) => takesIn.has(role)))
      : openerOf(definition, scene.parties);
  if (!opener) throw new Error(`nobody may open ${definition.code} ${channel}`);
  return {
    application: {
      business: definition.code,
      office: office.code,
      units: [...scene.units],
      parties: scene.parties.map(({ role, member: { identity }, share }) => ({
        role,
        name: identity.name,
        idType: identity.idType,
        idNumber: identity.idNumber,
        ...(share ? { share } : {}),
      })),
      form: fillForm(definition, scene.form),
    },
    channel,
    opener: { account: opener.account, password: opener.password },
    actors: [...partyActors(scene.parties), ...clerks],
    entries: scene.entries ?? scene.units.length * definition.effects.length,
  };
}

/** The first of those in a role that opens whose kind an entrance of the business lets in. */
function openerOf(definition: BusinessDefinition, parties: readonly CastParty[]): Member | undefined {
  const opening = new Set(definition.parties.filter((role) => role.opens).map((role) => role.role));
  return parties.find(
    ({ role, member }) => opening.has(role) && definition.entrances.includes(entranceOf(member)),
  )?.member;
}

function partyActors(parties: readonly CastParty[]): SituationActor[] {
  const byAccount = new Map<string, SituationActor>();
  for (const { role, member } of parties) {
    const { account, password, signsInAs: name } = member;
    if (account === '') continue;
    const known = byAccount.get(account);
    byAccount.set(account, { account, password, name, roles: [...(known?.roles ?? []), role] });
  }
  return [...byAccount.values()];
}

/** Roles that take applications in at the counter. */
const takesIn = new Set(['acceptor', 'enforcement-clerk']);

/** One clerk for each role the steps of the business name, in their order. */
function clerksOf({ process }: BusinessDefinition, cast: Cast, office: string): SituationActor[] {
  const roles = process.nodes.flatMap((node) =>
    node.kind === 'human' && 'staff' in node.assignee ? [node.assignee.staff] : [],
  );
  return [...new Set(roles)].flatMap((role) => {
    const [clerk] = cast.clerks(office, role);
    return clerk
      ? [{ account: clerk.account, password: clerk.password, name: clerk.name, roles: [role] }]
      : [];
  });
}
