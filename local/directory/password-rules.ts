import type { CastDomain } from '../people.ts';
import type { Entry } from './entry.ts';
import { tokenGroups } from './membership.ts';
import type { World } from './world.ts';

/** Password and lockout rules; durations in milliseconds, 0 as maximum age or lockout duration = never. */
export type Rules = CastDomain['rules'];

/** The password settings object in force for an account: lowest precedence of those that name one of its groups. */
export function resultantSettings(
  world: World,
  entry: Entry,
): CastDomain['passwordSettings'][number] | undefined {
  const groups = tokenGroups(world, entry).flatMap((sid) => world.indexes().withSid(sid) ?? []);
  const names = new Set(groups.flatMap(({ attributes }) => attributes['cn'] ?? []));
  const applying = world.domain.passwordSettings.filter(({ appliesTo }) =>
    appliesTo.some((name) => names.has(name)),
  );
  return applying.toSorted((a, b) => a.precedence - b.precedence)[0];
}

/** The rules in force for an account: its settings object's, else the domain's. */
export const rulesFor = (world: World, entry: Entry): Rules =>
  resultantSettings(world, entry) ?? world.domain.rules;

/** AD takes no longer ones. */
const LONGEST = 256;

/** Whether AD would take the text as a password of that account, history and age aside. */
export function acceptable(password: string, rules: Rules, entry: Entry): boolean {
  if (password.length < rules.minimumLength || password.length > LONGEST) return false;
  return !rules.complexity || (categories(password) >= 3 && !containsName(password, entry));
}

/**
 * How many of the five categories of "must meet complexity requirements" occur. Letters with neither case (most of
 * Asia's) are the fifth; currency signs such as the euro belong to none.
 */
function categories(password: string): number {
  const patterns = [
    /\p{Lu}/u,
    /\p{Ll}/u,
    /[0-9]/,
    /[~!@#$%^&*_\-+=`|\\(){}[\]:;"'<>,.?/]/,
    /[\p{Lt}\p{Lm}\p{Lo}]/u,
  ];
  return patterns.filter((pattern) => pattern.test(password)).length;
}

/** Whether the account name, or a part of the display name, of at least three characters occurs, in any case. */
function containsName(password: string, { attributes }: Entry): boolean {
  const haystack = password.toLowerCase();
  const parts = (attributes['displayName']?.[0] ?? '').split(/[,.\-_ #\t]+/);
  return [attributes['sAMAccountName']?.[0] ?? '', ...parts].some(
    (part) => part.length >= 3 && haystack.includes(part.toLowerCase()),
  );
}
