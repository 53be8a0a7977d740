import { deployedOutputs, outputIn } from './deployed-outputs.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';

/** The tables, in the order in which they come back: what says who somebody is comes last, when their counts are there. */
export const RESTORED = ['flows', 'trail', 'configuration', 'enrollments'] as const;
/** The name of one of them. */
export type RestoredTable = (typeof RESTORED)[number];

/** What is restored: each table from a folder that holds its export, or from a table (`table:NAME`). */
export type RestoreSources = Partial<Record<RestoredTable, string>>;

/** Where one table comes from. */
export type RestoreSource =
  { readonly kind: 'table'; readonly name: string } | { readonly kind: 'export'; readonly folder: string };

/** Reads `table:NAME` as a table, and anything else as a folder. */
export const sourceOf = (text: string): RestoreSource =>
  text.startsWith('table:')
    ? { kind: 'table', name: text.slice('table:'.length) }
    : { kind: 'export', folder: text };

/**
 * What the deployment calls its tables: from the file that `cdk deploy --outputs-file` wrote (output Tables of the state stack), or one
 * that holds just that, as JSON. Ends the command where it has not all four.
 */
export async function tableNames(file: string): Promise<Readonly<Record<RestoredTable, string>>> {
  const written = await deployedOutputs(file);
  const output = outputIn(written, 'Tables');
  const names = output === undefined ? written : parsed(output, file);
  const missing = RESTORED.filter((table) => typeof names[table] !== 'string' || names[table] === '');
  if (missing.length === 0) return names as Record<RestoredTable, string>;
  throw new CommandEnds(
    EXIT.usage,
    `${file} does not say what these tables are called: ${missing.join(', ')}. Give the file that cdk deploy --outputs-file wrote.`,
  );
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new CommandEnds(EXIT.usage, `The output Tables in ${file} is no JSON: ${(cause as Error).message}`);
  }
}
