import * as z from 'zod/mini';
import { COLOURS, FIXES, type ActionProspect, type Prospect } from '../../domain/health/prospect.ts';
import { documentOf, readDocument } from './documents.ts';

const text = z.string();
const outlook = z.enum(['works', 'not-offered', ...FIXES]);

/** One person, as short as can be: domain, guid, name, display name, colour, unlock, reset, fix ('' for none). */
const row = z.tuple([text, text, text, text, z.enum(COLOURS), outlook, outlook, z.enum(['', ...FIXES])]);
type Row = z.infer<typeof row>;

/** A page of a pre-flight as JSON, small enough for one record; throws a Failure (`record-too-large`) when it is not. */
export const prospectsText = (page: readonly Prospect[]): string =>
  documentOf(page.map(rowOf), 'a page of the pre-flight');

/** Reads such a page back, or throws a Failure (`store-corrupt`). */
export const readProspects = (stored: unknown): readonly Prospect[] =>
  readDocument<Row[]>(z.array(row), stored, 'page of a pre-flight').map(prospectOf);

const rowOf = ({ person, name, displayName, colour, actions, fix }: Prospect): Row => [
  person.domain,
  person.guid,
  name,
  displayName,
  colour,
  wordOf(actions.unlock),
  wordOf(actions.reset),
  fix ?? '',
];

const wordOf = (prospect: ActionProspect): Row[5] =>
  prospect.works === true ? 'works' : prospect.works === false ? prospect.because : 'not-offered';

const prospectOf = ([domain, guid, name, displayName, colour, unlock, reset, fix]: Row): Prospect => ({
  person: { domain, guid },
  name,
  displayName,
  colour,
  actions: { unlock: actionOf(unlock), reset: actionOf(reset) },
  ...(fix !== '' && { fix }),
});

const actionOf = (word: Row[5]): ActionProspect =>
  word === 'works'
    ? { works: true }
    : word === 'not-offered'
      ? { works: 'not-offered' }
      : { works: false, because: word };
