import { isUnder } from './distinguished-name.ts';

/** A user as administrators name one: `CORP\asmith`, and the objectGUID that is meant for good. */
export interface UserRef {
  readonly name: string;
  readonly guid: string;
}

/** A group as administrators name one: `CORP\Sales`, and the SID that is meant for good. */
export interface GroupRef {
  readonly name: string;
  readonly sid: string;
}

/** A set of people: whoever is named, is in a group (nested too), lies under an OU or is found by the filter. */
export interface Audience {
  readonly everyone?: boolean;
  readonly users: readonly UserRef[];
  readonly groups: readonly GroupRef[];
  /** Distinguished names of OUs or containers. */
  readonly units: readonly string[];
  /** An LDAP filter (RFC 4515); the directory judges it. */
  readonly filter?: string;
}

/** What has to be known of somebody to say whether an audience holds them. */
export interface Candidate {
  readonly person: { readonly guid: string };
  readonly distinguishedName: string;
  /** SIDs, nested and primary groups included. */
  readonly groups: readonly string[];
  /** Of the filters that were asked for, those the directory found them by. */
  readonly filters: readonly string[];
}

/** Why somebody is in an audience; undefined when they are not. */
export type Belonging =
  | { readonly by: 'everyone' }
  | { readonly by: 'user'; readonly user: UserRef }
  | { readonly by: 'group'; readonly group: GroupRef }
  | { readonly by: 'unit'; readonly unit: string }
  | { readonly by: 'filter'; readonly filter: string };

/** Whether and why somebody is in an audience; pure. */
export function belonging(candidate: Candidate, audience: Audience): Belonging | undefined {
  const user = audience.users.find(({ guid }) => guid.toLowerCase() === candidate.person.guid);
  if (user) return { by: 'user', user };
  const groups = new Set(candidate.groups);
  // Lists that somebody typed: a block that a capital letter switches off is none.
  const group = audience.groups.find(({ sid }) => groups.has(sid.toUpperCase()));
  if (group) return { by: 'group', group };
  const unit = audience.units.find((base) => isUnder(candidate.distinguishedName, base));
  if (unit !== undefined) return { by: 'unit', unit };
  const { filter } = audience;
  if (filter !== undefined && candidate.filters.includes(filter)) return { by: 'filter', filter };
  return audience.everyone ? { by: 'everyone' } : undefined;
}
