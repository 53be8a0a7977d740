import { readFile, writeFile } from 'node:fs/promises';
import type { Api, Impact, WrittenDocument } from '../../client/api-types.ts';
import { pages } from '../../client/pages.ts';
import { addedImpact, sums } from '../../client/impact.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { progress } from '../progress.ts';
import { publishDocument } from '../publish-document.ts';
import type { Setting } from '../setting.ts';

type Review = Api['POST /api/admin/plan']['reply'];

/** Writes the configuration in force to a file, or to standard output. */
export async function pull({ call, terminal }: Setting, file: string | undefined): Promise<void> {
  const { version, document } = await call('GET /api/admin/configuration');
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (file === undefined) return terminal.data(text);
  await writeFile(file, text);
  terminal.talk(`Version ${version} is in ${file}. Next: change it, then latchkey config plan ${file}`);
}

/** Shows what a file would change, and whom it would touch. Ends with 3 when the file has mistakes. Changes nothing. */
export async function plan(
  setting: Setting,
  file: string,
  options: { readonly impact: boolean },
): Promise<void> {
  const { terminal, json } = setting;
  const document = await documentIn(file);
  const review = await reviewOf(setting, document, file);
  const impact = options.impact && review.changes.length > 0 ? await impactOf(setting, document) : undefined;
  if (json) return terminal.data(JSON.stringify({ ...review, document: undefined, impact }, null, 2));
  terminal.data(planText(review, impact));
  if (review.changes.length > 0)
    terminal.talk(`Nothing has been changed. Next: latchkey config apply ${file} --reason "…"`);
}

export interface ApplyOptions {
  readonly reason: string;
  readonly earlierUntil?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Puts a file in force: draft, review, publish. Whatever is refused on the way leaves what is in force alone. */
export async function apply(setting: Setting, file: string, options: ApplyOptions): Promise<void> {
  const { call, terminal, json } = setting;
  if (options.dryRun) return plan(setting, file, { impact: true });
  const document = await documentIn(file);
  const review = await reviewOf(setting, document, file);
  if (review.changes.length === 0) return terminal.talk(`${file} says what is in force already.`);
  const impact = await impactOf(setting, document);
  terminal.talk(planText(review, impact));
  if (review.needsEarlierUntil && options.earlierUntil === undefined)
    throw new CommandEnds(
      EXIT.found,
      `People are asked something else: ${impact.mustRegisterAgain} must register again. Say until when their present answers are good: --earlier-until 2027-03-31`,
    );
  await confirmed(setting, impact.touched, options.yes);
  const { version } = await call('GET /api/admin/configuration');
  const published = await publishDocument(setting, { document, basedOn: version, ...options });
  if (json) return terminal.data(JSON.stringify(published));
  terminal.talk(`Version ${published.version} is in force.`);
}

/** The file as JSON; whether it is a configuration is for the API to say, with all its mistakes at once. */
async function documentIn(file: string): Promise<WrittenDocument> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as WrittenDocument;
  } catch (cause) {
    throw new CommandEnds(EXIT.found, `${file} could not be read as JSON: ${(cause as Error).message}`);
  }
}

async function reviewOf(
  { call, terminal, json }: Setting,
  document: WrittenDocument,
  file: string,
): Promise<Review> {
  const review = await call('POST /api/admin/plan', { body: { document } });
  if (review.mistakes.length === 0) return review;
  if (json) terminal.data(JSON.stringify({ mistakes: review.mistakes }, null, 2));
  else
    for (const { path, message, remedy } of review.mistakes)
      terminal.data(`${path || '/'}: ${message} ${remedy}`);
  const count = review.mistakes.length;
  throw new CommandEnds(
    EXIT.found,
    `${file} has ${count} ${count === 1 ? 'mistake' : 'mistakes'}. Nothing has been changed.`,
  );
}

/** Adds up whom a document touches, page by page. */
async function impactOf({ call, terminal }: Setting, document: WrittenDocument): Promise<Impact> {
  const bar = progress(terminal, 'Looking at people');
  let sum: Impact | undefined;
  const asked = pages((cursor) =>
    call('POST /api/admin/plan/impact', { body: { document, ...(cursor !== undefined && { cursor }) } }),
  );
  try {
    for await (const soFar of sums(asked, addedImpact)) {
      bar.advance(soFar.people - (sum?.people ?? 0));
      sum = soFar;
    }
  } finally {
    bar.end();
  }
  if (!sum) throw new CommandEnds(EXIT.failed, 'The directory could not be looked through.');
  return sum;
}

async function confirmed({ terminal }: Setting, touched: number, yes: boolean): Promise<void> {
  if (yes) return;
  if (!terminal.interactive)
    throw new CommandEnds(EXIT.usage, 'Nobody is there to be asked. Give --yes to apply without a question.');
  const typed = await terminal.ask(`Type the number of people it touches (${touched}) to put it in force: `);
  if (typed.trim() !== String(touched))
    throw new CommandEnds(EXIT.failed, 'Not confirmed. Nothing has been changed.');
}

function planText({ changes, warnings }: Review, impact: Impact | undefined): string {
  const lines = changes.flatMap(({ section, name, kind, before, after }) => [
    `${kind} ${section} "${name}"`,
    ...before.map((sentence) => `  - ${sentence}`),
    ...after.map((sentence) => `  + ${sentence}`),
  ]);
  return [
    ...(lines.length > 0 ? lines : ['No changes.']),
    ...(impact ? ['', ...impactLines(impact)] : []),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ].join('\n');
}

const impactLines = (impact: Impact): readonly string[] => [
  `It touches ${impact.touched} of ${impact.people} people.`,
  ...(impact.mustRegisterAgain > 0 ? [`${impact.mustRegisterAgain} of them must register again.`] : []),
  ...(impact.newlyBlocked > 0 ? [`${impact.newlyBlocked} will be blocked.`] : []),
  ...(impact.noLongerBlocked > 0 ? [`${impact.noLongerBlocked} will no longer be blocked.`] : []),
];
