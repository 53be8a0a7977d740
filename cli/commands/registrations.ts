import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { Api, RegistrationCounts } from '../../client/api-types.ts';
import { addedCounts, sums } from '../../client/impact.ts';
import { pages } from '../../client/pages.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { progress } from '../progress.ts';
import type { Setting } from '../setting.ts';
import { csvText, tableText } from '../terminal.ts';

type Row = Api['GET /api/admin/registrations']['reply']['rows'][number];

export interface ReportFilter {
  readonly status?: string;
  readonly configuration?: string;
  readonly under?: string;
  readonly since?: string;
  readonly before?: string;
}

export type ReportForm = 'table' | 'csv' | 'json';

const COLUMNS = [
  'name',
  'display name',
  'status',
  'user configuration',
  'methods',
  'changed',
  'good until',
  'distinguished name',
];
const cells = (row: Row): readonly string[] => [
  row.name,
  row.displayName,
  row.status,
  row.userConfiguration ?? '',
  row.methods.join(' '),
  row.changedAt ?? '',
  row.goodUntil ?? '',
  row.distinguishedName,
];

/** Pages of the report, as they come: a hundred thousand people are never in memory. */
async function* rowsOf({ call, terminal }: Setting, filter: ReportFilter): AsyncGenerator<readonly Row[]> {
  const { configuration: userConfiguration, ...others } = filter;
  const bar = progress(terminal, 'Looking at people');
  try {
    for await (const page of pages((cursor) =>
      call('GET /api/admin/registrations', { query: { ...others, userConfiguration, cursor } }),
    )) {
      yield page.rows;
      bar.advance(page.looked);
    }
  } finally {
    bar.end();
  }
}

/** Who is registered, partly, out of date, never. CSV and JSON lines are written as they come. */
export async function report(setting: Setting, filter: ReportFilter, form: ReportForm): Promise<void> {
  const { terminal } = setting;
  if (form === 'csv') terminal.data(csvText([COLUMNS]));
  const kept: (readonly string[])[] = [];
  for await (const rows of rowsOf(setting, filter)) {
    if (form === 'csv' && rows.length > 0) terminal.data(csvText(rows.map(cells)));
    if (form === 'json') for (const row of rows) terminal.data(JSON.stringify(row));
    if (form === 'table') kept.push(...rows.map((row) => cells(row).slice(0, 6)));
  }
  if (form === 'table') terminal.data(kept.length > 0 ? tableText(COLUMNS.slice(0, 6), kept) : 'Nobody.');
}

/** How many are registered, partly, out of date, never. */
export async function counts(setting: Setting, under: string | undefined): Promise<void> {
  const { call, terminal, json } = setting;
  const bar = progress(terminal, 'Counting people');
  let sum: RegistrationCounts | undefined;
  const asked = pages((cursor) => call('GET /api/admin/registrations/counts', { query: { under, cursor } }));
  for await (const soFar of sums(asked, addedCounts)) {
    bar.advance(soFar.looked - (sum?.looked ?? 0));
    sum = soFar;
  }
  bar.end();
  if (!sum) return;
  if (json) return terminal.data(JSON.stringify(sum, null, 2));
  terminal.data(
    tableText(
      ['status', 'people'],
      Object.entries(sum.byStatus).map(([status, n]) => [status, String(n)]),
    ),
  );
}

export interface ManyOptions {
  readonly file?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly errors?: string;
}

/** Takes away what people registered; they are told. */
export const revoke = (
  setting: Setting,
  users: readonly string[],
  options: ManyOptions & { readonly reason: string },
) =>
  withMany(setting, users, options, 'revoke the registration of', 'revoked', (people) =>
    setting.call('POST /api/admin/registrations/revoke', { body: { people, reason: options.reason } }),
  );

/** Reminds people to register. */
export const remind = (setting: Setting, users: readonly string[], options: ManyOptions) =>
  withMany(setting, users, options, 'remind', 'sent', (people) =>
    setting.call('POST /api/admin/registrations/remind', { body: { people } }),
  );

type Person = Row['person'];
type Act = (
  people: Person[],
) => Promise<{ readonly results: readonly { readonly person: Person; readonly result: string }[] }>;

/** Does something to many people, a hundred at a time; what could not be done is in the errors file, one name and reason a line. */
async function withMany(
  setting: Setting,
  users: readonly string[],
  options: ManyOptions,
  what: string,
  success: string,
  act: Act,
): Promise<void> {
  const { terminal, json } = setting;
  const names = [...users, ...(await namesIn(options.file))];
  if (names.length === 0)
    throw new CommandEnds(EXIT.usage, 'Name at least one user, or give --file with one name a line.');
  const found = await lookedUp(setting, names);
  const errors: [string, string][] = found.missing.map((name) => [name, 'no such user, or more than one']);
  if (options.dryRun || !options.yes) await confirmMany(setting, what, [...found.people.values()], options);
  if (options.dryRun) return;
  const bar = progress(terminal, 'Working', found.people.size);
  const results: { name: string; result: string }[] = [];
  const ids = [...found.people.keys()];
  for (let at = 0; at < ids.length; at += 100) {
    const answer = await act(ids.slice(at, at + 100).map((id) => personOf(id)));
    for (const { person, result } of answer.results) {
      const name = found.people.get(idOf(person)) ?? idOf(person);
      results.push({ name, result });
      if (result !== success) errors.push([name, result.replaceAll('-', ' ')]);
    }
    bar.advance(answer.results.length);
  }
  bar.end();
  terminal.data(
    json
      ? JSON.stringify(results, null, 2)
      : tableText(
          ['name', 'result'],
          results.map(({ name, result }) => [name, result]),
        ),
  );
  if (errors.length > 0) await endPartly(errors, options.errors ?? 'latchkey.errors.csv', names.length);
}

async function endPartly(errors: readonly [string, string][], file: string, all: number): Promise<never> {
  await writeFile(file, csvText([['name', 'reason']]));
  await appendFile(file, csvText(errors));
  throw new CommandEnds(EXIT.partly, `${errors.length} of ${all} could not be done; ${file} says why.`);
}

const idOf = ({ domain, guid }: Person): string => `${domain}/${guid}`;
const personOf = (id: string): Person => ({ domain: id.split('/')[0] ?? '', guid: id.split('/')[1] ?? '' });

async function namesIn(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const text = await readFile(file, 'utf8');
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The people that names stand for. */
async function lookedUp({ call, terminal }: Setting, names: readonly string[]) {
  const people = new Map<string, string>();
  const missing: string[] = [];
  const bar = progress(terminal, 'Looking names up', names.length);
  for (const name of names) {
    const short = name.split('\\').at(-1) ?? name;
    const { objects } = await call('GET /api/admin/directory', { query: { kind: 'user', beginning: short } });
    const exact = objects.filter(
      (each) => each.name.toLowerCase().split('\\').at(-1) === short.toLowerCase(),
    );
    const [only] = exact;
    if (only && exact.length === 1) people.set(`${only.name.split('\\')[0] ?? ''}/${only.id}`, only.name);
    else missing.push(name);
    bar.advance(1);
  }
  bar.end();
  return { people, missing };
}

async function confirmMany(
  { terminal }: Setting,
  what: string,
  names: readonly string[],
  { dryRun }: ManyOptions,
): Promise<void> {
  terminal.talk(
    `This would ${what} ${names.length} people: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''}`,
  );
  if (dryRun) return terminal.talk('A dry run: nothing has been changed.');
  if (!terminal.interactive) throw new CommandEnds(EXIT.usage, 'Nobody is there to be asked. Give --yes.');
  const typed = await terminal.ask(`Type the number of people (${names.length}) to go on: `);
  if (typed.trim() !== String(names.length))
    throw new CommandEnds(EXIT.failed, 'Not confirmed. Nothing has been changed.');
}
