import type { Person, ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';

/** What came of it for one person. */
export type Outcome =
  | ReplyOf<'POST /api/admin/registrations/revoke'>['results'][number]
  | ReplyOf<'POST /api/admin/registrations/remind'>['results'][number]
  | ReplyOf<'POST /api/admin/people/freeze'>['results'][number]
  | ReplyOf<'POST /api/admin/people/unfreeze'>['results'][number];

/** What can be done to many people: called with a hundred at a time. */
export type ActOnSome = (people: Person[]) => Promise<{ readonly results: readonly Outcome[] }>;

/** As many as one request can work through. */
const AT_ONCE = 100;

export const revoking =
  (reason: string): ActOnSome =>
  (people) =>
    api.call('POST /api/admin/registrations/revoke', { body: { people, reason } });

export const reminding: ActOnSome = (people) =>
  api.call('POST /api/admin/registrations/remind', { body: { people } });

export const freezing =
  (reason: string): ActOnSome =>
  (people) =>
    api.call('POST /api/admin/people/freeze', { body: { people, reason } });

export const unfreezing =
  (reason: string): ActOnSome =>
  (people) =>
    api.call('POST /api/admin/people/unfreeze', { body: { people, reason } });

/** Does it to all of them, a hundred after the other, telling what came of each hundred as it is done. */
export async function actOnPeople(
  people: readonly Person[],
  act: ActOnSome,
  told: (outcomes: readonly Outcome[]) => void,
): Promise<void> {
  for (let from = 0; from < people.length; from += AT_ONCE)
    told((await act(people.slice(from, from + AT_ONCE))).results);
}

/** What tells people apart. */
export const personKey = ({ domain, guid }: Person): string => `${domain} ${guid}`;
