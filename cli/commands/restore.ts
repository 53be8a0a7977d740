import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Tally } from '../../adapters/dynamodb/restore/tally.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { progress } from '../progress.ts';
import {
  RESTORED,
  type RestoredTable,
  type RestoreSource,
  type RestoreSources,
  sourceOf,
  tableNames,
} from '../restore-plan.ts';
import { leftOutIn, reportOf, troublesIn } from '../restore-report.ts';
import type { Setting } from '../setting.ts';

export interface RestoreOptions extends RestoreSources {
  /** The file that says what the tables are called. */
  readonly tables: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
}

type Tallies = Partial<Record<RestoredTable, Tally>>;
/** A connection to DynamoDB, which is ended after use. */
type Connect = () => Promise<DynamoDBClient>;

/** AWS_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_DYNAMODB and so on, as every tool of AWS reads them. */
const asTheEnvironmentSays: Connect = async () => {
  const { DynamoDBClient: Client } = await import('@aws-sdk/client-dynamodb');
  return new Client({});
};

type Talk = Pick<Setting, 'terminal' | 'json'>;

/**
 * Brings back what was backed up, into the tables of a deployment, with the AWS credentials and the region of whoever runs it. Looks at
 * everything first: where one row is of an unknown kind, or contradicts what is there, nothing is written. Rows that cannot be believed
 * stay away and are named. May be run again at any time.
 */
export async function restore(
  setting: Talk,
  options: RestoreOptions,
  connect: Connect = asTheEnvironmentSays,
): Promise<void> {
  const { terminal } = setting;
  const sources = RESTORED.filter((table) => options[table] !== undefined);
  if (sources.length === 0)
    throw new CommandEnds(
      EXIT.usage,
      `Say what to restore: ${RESTORED.map((each) => `--${each}`).join(', ')}.`,
    );
  const names = await tableNames(options.tables);
  const looked = await passed(setting, options, names, { connect, write: false });
  const troubles = Object.values(looked).reduce((sum, { troubleCount }) => sum + troubleCount, 0);
  if (troubles > 0 || options.dryRun) tellTallies(setting, looked, 'would be written');
  if (troubles > 0)
    throw new CommandEnds(EXIT.found, [...troublesIn(looked), 'Nothing has been changed.'].join('\n'));
  if (options.dryRun) return afterDryRun(terminal, leftOutIn(looked));
  await confirmed(setting, options, looked);
  const written = await passed(setting, options, names, { connect, write: true });
  tellTallies(setting, written, 'written');
  if (troublesIn(written).length > 0)
    throw new CommandEnds(
      EXIT.partly,
      [...troublesIn(written), 'All others have been restored. Look into these, and run it again.'].join(
        '\n',
      ),
    );
  if (leftOutIn(written) > 0)
    throw new CommandEnds(
      EXIT.partly,
      `${counted(leftOutIn(written))} left out, as said above; all others have been restored.`,
    );
  terminal.talk('Done. Next: latchkey doctor, and let one person of each kind recover an account.');
}

const counted = (rows: number): string => `${rows} row${rows === 1 ? '' : 's'}`;

function afterDryRun(terminal: Talk['terminal'], leftOut: number): void {
  if (leftOut > 0)
    throw new CommandEnds(
      EXIT.found,
      `A dry run: nothing has been changed. ${counted(leftOut)} would be left out, as said above; all others would be restored.`,
    );
  terminal.talk('A dry run: nothing has been changed.');
}

/** Goes through every source once, and writes where it is told to. */
async function passed(
  { terminal }: Talk,
  options: RestoreOptions,
  names: Readonly<Record<RestoredTable, string>>,
  { connect, write }: { readonly connect: Connect; readonly write: boolean },
): Promise<Tallies> {
  const { restoreTable } = await import('../../adapters/dynamodb/restore/restore-table.ts');
  const client = await connect();
  const tallies: Tallies = {};
  try {
    for (const table of RESTORED) {
      const from = options[table];
      if (from === undefined) continue;
      const bar = progress(terminal, `${table}, ${write ? 'restored' : 'looked at'}`);
      const rows = await rowsOf(client, sourceOf(from));
      const one = { table, name: names[table], rows, now: Date.now(), write };
      tallies[table] = await restoreTable(client, one, bar.advance).finally(bar.end);
    }
    return tallies;
  } catch (cause) {
    const after = write
      ? 'What was restored until then is. Run it again: it goes on where it was.'
      : 'Nothing has been changed.';
    throw new CommandEnds(EXIT.failed, `${(cause as Error).message}\n${after}`);
  } finally {
    client.destroy();
  }
}

async function rowsOf(client: DynamoDBClient, source: RestoreSource) {
  if (source.kind === 'table') {
    const { tableRows } = await import('../../adapters/dynamodb/restore/restore-table.ts');
    return tableRows(client, source.name);
  }
  const { exportRows } = await import('../../adapters/dynamodb/restore/export-rows.ts');
  return exportRows(source.folder);
}

function tellTallies({ terminal, json }: Talk, tallies: Tallies, done: string): void {
  if (json) return terminal.data(JSON.stringify(tallies, null, 2));
  for (const line of reportOf(tallies, done)) terminal.data(line);
}

async function confirmed({ terminal }: Talk, { yes }: RestoreOptions, looked: Tallies): Promise<void> {
  if (yes) return;
  if (!terminal.interactive)
    throw new CommandEnds(
      EXIT.usage,
      'Nobody is there to be asked. Give --yes to go on without a question. Nothing has been changed.',
    );
  const rows = String(Object.values(looked).reduce((sum, { written }) => sum + written, 0));
  tellTallies({ terminal, json: false }, looked, 'will be written');
  const typed = await terminal.ask(`Type the number of rows to be written (${rows}) to go on: `);
  if (typed.trim() !== rows) throw new CommandEnds(EXIT.failed, 'Not confirmed. Nothing has been changed.');
}
