import type { Api, Impact, WrittenDocument } from '../client/api-types.ts';
import { addedImpact, sums } from '../client/impact.ts';
import { pages } from '../client/pages.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import { mistakeLines } from './mistake-lines.ts';
import { progress } from './progress.ts';
import type { Setting } from './setting.ts';

/** What a document would change, and whom it would touch. */
export interface Plan {
  /** The version it was compared with. */
  readonly version: number;
  readonly review: Api['POST /api/admin/plan']['reply'];
  /** Left out where there is no change, or nobody asked. */
  readonly impact?: Impact;
}

/** Plans a document. A document with mistakes ends the command with all of them; nothing is changed either way. */
export async function planOf(
  setting: Setting,
  document: WrittenDocument,
  { what, impact }: { readonly what: string; readonly impact: boolean },
): Promise<Plan> {
  const { call } = setting;
  // Before the plan: whatever is published after this shows as a conflict, not as a change of ours.
  const { version } = await call('GET /api/admin/configuration');
  const review = await call('POST /api/admin/plan', { body: { document } });
  if (review.mistakes.length > 0) throw withMistakes(setting, review, what);
  if (!impact || review.changes.length === 0) return { version, review };
  return { version, review, impact: await impactOf(setting, document) };
}

function withMistakes({ terminal, json }: Setting, { mistakes }: Plan['review'], what: string): CommandEnds {
  if (json) terminal.data(JSON.stringify({ mistakes }, null, 2));
  else terminal.data(mistakeLines(mistakes).join('\n'));
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
  return new CommandEnds(EXIT.found, `${what} has ${count}. Nothing has been changed.`);
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
