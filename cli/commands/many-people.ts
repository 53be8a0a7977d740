import type { Person } from '../../client/api-types.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { endPartly, errorsFileFor, type NotDone } from '../errors-file.ts';
import { keyOf, lookUpPeople, type FoundPerson, type LookedUp } from '../look-up-people.ts';
import { namesIn, type NamedRow } from '../names-in.ts';
import { progress } from '../progress.ts';
import { readTextFile } from '../read-file.ts';
import type { Setting } from '../setting.ts';
import { tableText } from '../table-text.ts';

export interface ManyOptions {
  readonly file?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly errors?: string;
}

/** Something that is done to people, at most a hundred at a time. */
export interface Deed {
  /** `revoke the registration of` */
  readonly verb: string;
  /** What a dry run says of each. */
  readonly would: string;
  /** The results after which nothing is left to be done; all others go to the errors file. */
  readonly good: readonly string[];
  readonly act: (
    people: Person[],
  ) => Promise<{ readonly results: readonly { readonly person: Person; readonly result: string }[] }>;
}

const AT_ONCE = 100;
const NOBODY = 'no such user, or more than one';

/** Does something to many people; who could not be done is in the errors file, a row each, which may be given again as --file. */
export async function toMany(
  setting: Setting,
  users: readonly string[],
  options: ManyOptions,
  deed: Deed,
): Promise<void> {
  const names = await namesGiven(setting, users, options.file);
  if (names.length === 0)
    throw new CommandEnds(EXIT.usage, 'Name at least one user, or give --file with one name a line.');
  const people = await lookUpPeople(setting, names);
  if (options.dryRun) return dryRun(setting, people, deed);
  if (people.found.length > 0 && !options.yes) await confirmed(setting, deed, people.found);
  const { results, notDone } = await done(setting, people, deed);
  const { terminal, json } = setting;
  const rows = results.map(({ name, result }) => [name, result]);
  if (json) terminal.data(JSON.stringify(results, null, 2));
  else if (rows.length > 0) terminal.data(tableText(['name', 'result'], rows));
  if (notDone.length > 0)
    await endPartly(notDone, errorsFileFor(options), people.found.length + people.missing.length);
}

async function namesGiven(
  { terminal }: Setting,
  users: readonly string[],
  file: string | undefined,
): Promise<readonly NamedRow[]> {
  const typed = users.map((name) => ({ row: 0, name }));
  return file === undefined ? typed : [...typed, ...namesIn(await readTextFile(terminal, file))];
}

interface Result {
  readonly name: string;
  readonly result: string;
}

async function done(setting: Setting, { found, missing }: LookedUp, { act, good }: Deed) {
  const results: Result[] = [];
  const notDone: NotDone[] = missing.map((named) => ({ ...named, reason: NOBODY }));
  const bar = progress(setting.terminal, 'Working', { total: found.length });
  try {
    for (let at = 0; at < found.length; at += AT_ONCE) {
      const some = found.slice(at, at + AT_ONCE);
      const byKey = new Map(some.map((one) => [keyOf(one.person), one]));
      const answer = await act(some.map(({ person }) => person));
      for (const { person, result } of answer.results) {
        const { row = 0, name = keyOf(person) } = byKey.get(keyOf(person)) ?? {};
        results.push({ name, result });
        if (!good.includes(result)) notDone.push({ row, name, reason: result.replaceAll('-', ' ') });
      }
      bar.advance(some.length);
    }
  } catch (problem) {
    // Before anything was done there is nothing to keep account of.
    if (results.length === 0) throw problem;
    for (const { row, name } of found.slice(results.length))
      notDone.push({ row, name, reason: `not reached: ${String(problem)}` });
  } finally {
    bar.end();
  }
  return { results, notDone };
}

function dryRun({ terminal, json }: Setting, { found, missing }: LookedUp, { would }: Deed): void {
  const results: readonly Result[] = [
    ...found.map(({ name }) => ({ name, result: would })),
    ...missing.map(({ name }) => ({ name, result: NOBODY })),
  ];
  const rows = results.map(({ name, result }) => [name, result]);
  terminal.data(json ? JSON.stringify(results, null, 2) : tableText(['name', 'result'], rows));
  terminal.talk('A dry run: nothing has been changed.');
  if (missing.length > 0)
    throw new CommandEnds(
      EXIT.found,
      `${missing.length} of ${results.length} names stand for nobody, or for several.`,
    );
}

async function confirmed(
  { terminal }: Setting,
  { verb }: Deed,
  people: readonly FoundPerson[],
): Promise<void> {
  const names = people.slice(0, 10).map(({ name }) => name);
  const count = people.length === 1 ? '1 person' : `${people.length} people`;
  terminal.talk(`This would ${verb} ${count}: ${names.join(', ')}${people.length > 10 ? ', …' : ''}`);
  if (!terminal.interactive)
    throw new CommandEnds(
      EXIT.usage,
      'Nobody is there to be asked. Give --yes to go on without a question. Nothing has been changed.',
    );
  const typed = await terminal.ask(`Type the number of people (${people.length}) to go on: `);
  if (typed.trim() !== String(people.length))
    throw new CommandEnds(EXIT.failed, 'Not confirmed. Nothing has been changed.');
}
