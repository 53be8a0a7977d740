import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { MethodSettings } from '../policy/methods.ts';
import type { PostAction } from '../policy/post-action.ts';
import { METHODS, type MethodName } from '../verification/method.ts';
import type { Documents, Each, Settle } from './three.ts';

/** Every method's settings, method by method. */
export function joinedMethods(each: Each, settle: Settle): MethodSettings {
  const settled = METHODS.map((method): [MethodName, MethodSettings[MethodName]] => [
    method,
    settle(
      'methods',
      method,
      each(({ methods }) => methods[method]),
    ),
  ]);
  // What nobody has settings for stays without.
  return Object.fromEntries(
    settled.filter(([, setting]) => setting !== undefined),
  ) as unknown as MethodSettings;
}

/** What is one thing, and may be left out. */
export function joinedSettings(
  each: Each,
  settle: Settle,
): Pick<ConfigurationDocument, 'textMessages' | 'searchForm' | 'registering'> {
  const one = <K extends 'textMessages' | 'searchForm' | 'registering'>(section: K) =>
    settle(
      section,
      section,
      each((document) => document[section]),
    );
  const [textMessages, searchForm, registering] = [
    one('textMessages'),
    one('searchForm'),
    one('registering'),
  ];
  return {
    ...(textMessages && { textMessages }),
    ...(searchForm && { searchForm }),
    ...(registering && { registering }),
  };
}

/** Whether a list that says as much without anything in it is there at all: as whoever changed that has it. */
const leaderOf = (
  { base, theirs, mine }: Documents,
  isThere: (document: ConfigurationDocument) => boolean,
) => (isThere(base) === isThere(mine) ? theirs : mine);

/** What happens after a change: the list that was settled, if there is to be one. */
export function joinedPostActions(
  documents: Documents,
  postActions: readonly PostAction[],
): Pick<ConfigurationDocument, 'postActions'> {
  const leader = leaderOf(documents, (document) => document.postActions !== undefined);
  return leader.postActions || postActions.length > 0 ? { postActions } : {};
}

/** A list without words says as much as none; which of the two it is, is whose change it was. */
export function joinedPasswords(
  documents: Documents,
  bannedWords: readonly string[],
): Pick<ConfigurationDocument, 'passwords'> {
  const { passwords } = leaderOf(documents, (document) => document.passwords !== undefined);
  return passwords || bannedWords.length > 0 ? { passwords: { bannedWords } } : {};
}
