import type { Audience, UserConfiguration } from '../../client/client.ts';

const isEmpty = ({ everyone, users, groups, units, filter }: Audience): boolean =>
  !everyone && users.length + groups.length + units.length === 0 && filter === undefined;

/** Whether nobody gets past a user configuration: it includes everyone and excludes no one. */
const takesEveryone = ({ include, exclude }: UserConfiguration): boolean =>
  include.everyone === true && isEmpty(exclude);

/** The user configurations with a new one where somebody can fall under it: before the first that takes everyone. */
export function withNew(
  userConfigurations: readonly UserConfiguration[],
  one: UserConfiguration,
): UserConfiguration[] {
  const last = userConfigurations.findIndex(takesEveryone);
  const at = last < 0 ? userConfigurations.length : last;
  return [...userConfigurations.slice(0, at), one, ...userConfigurations.slice(at)];
}

/** The name of what comes before a user configuration and takes everyone, so that nobody falls under it; undefined where none does. */
export function shadowedBy(userConfigurations: readonly UserConfiguration[], id: string): string | undefined {
  const before = userConfigurations.slice(
    0,
    userConfigurations.findIndex((one) => one.id === id),
  );
  return before.find(takesEveryone)?.name;
}
