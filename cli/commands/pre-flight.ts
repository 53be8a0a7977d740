import type { FixCode, PreFlight, Prospect } from '../../client/api-types.ts';
import { FIX_CLAUSES } from '../fix-clauses.ts';
import { pages } from '../../client/pages.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { fileSink, terminalSink, type ProspectSink } from '../prospect-sink.ts';
import type { Setting } from '../setting.ts';

export interface PreFlightFilter {
  readonly colour?: Prospect['colour'];
  readonly fix?: FixCode;
}

/**
 * Who could help themselves and who not, by the last pre-flight: its counts; and the people, when a colour, a fix, CSV or JSON is
 * asked for. `csv` is a file, or `true` for standard output.
 */
export async function preFlight(
  setting: Setting,
  filter: PreFlightFilter,
  csv: string | true | undefined,
): Promise<void> {
  const { call, terminal, json } = setting;
  const isListed = json || csv !== undefined || Object.keys(filter).length > 0;
  const load = (cursor: string | undefined) =>
    call('GET /api/admin/pre-flight', { query: { ...filter, cursor } });
  const first = await load(undefined);
  if (!first.run)
    throw new CommandEnds(
      EXIT.failed,
      'There is no pre-flight to read: one is made every night. If there was a night, look at its function’s log.',
    );
  const summary = summaryLines(first.run).join('\n');
  if (!isListed) return terminal.data(summary);
  terminal.talk(summary);
  const sink = typeof csv === 'string' ? await fileSink(csv) : terminalSink(terminal, formOf(csv, json));
  const count = await written(
    sink,
    pages((cursor) => (cursor === undefined ? Promise.resolve(first) : load(cursor))),
  );
  const where = typeof csv === 'string' ? ` in ${csv}` : '';
  terminal.talk(`${count === 1 ? '1 person' : `${count} people`}${where}.`);
}

const formOf = (csv: true | undefined, json: boolean) => (csv ? 'csv' : json ? 'json' : 'table');

async function written(
  sink: ProspectSink,
  found: AsyncIterable<{ readonly rows: readonly Prospect[] }>,
): Promise<number> {
  let count = 0;
  try {
    for await (const { rows } of found) {
      await sink.write(rows);
      count += rows.length;
    }
  } finally {
    await sink.end();
  }
  return count;
}

function summaryLines({ startedAt, counts, fixes }: PreFlight): readonly string[] {
  const { green, amber, red } = counts;
  const column = (count: number): string => String(count).padStart(8);
  return [
    `The pre-flight of ${startedAt} judged ${green + amber + red} people:`,
    `${column(green)} green: all that is offered to them would work now`,
    `${column(amber)} amber: some of it, or only a while from now`,
    `${column(red)} red: nothing`,
    'To be put right first:',
    ...Object.entries(fixes)
      .toSorted(([, one], [, other]) => other - one)
      .map(([fix, count]) => `${column(count)} ${FIX_CLAUSES[fix as FixCode]} (--fix ${fix})`),
  ];
}
