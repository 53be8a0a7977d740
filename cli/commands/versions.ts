import { pages } from '../../client/pages.ts';
import { carryOut } from '../carry-out.ts';
import { planText } from '../plan-text.ts';
import type { Setting } from '../setting.ts';
import { tableText } from '../table-text.ts';

/** Every version, newest first. */
export async function listVersions({ call, terminal, json }: Setting): Promise<void> {
  const all = [];
  for await (const { versions } of pages((before) =>
    call('GET /api/admin/configuration/versions', { query: { before } }),
  ))
    all.push(...versions);
  if (json) return terminal.data(JSON.stringify(all, null, 2));
  const rows = all.map(({ version, publishedAt = '', author = '', reason }) => [
    String(version),
    publishedAt,
    author,
    reason,
  ]);
  terminal.data(tableText(['version', 'published', 'by', 'reason'], rows));
}

/** One version: who published it and why, and what it changed. */
export async function showVersion({ call, terminal, json }: Setting, version: number): Promise<void> {
  const found = await call('GET /api/admin/configuration/versions/{version}', {
    params: { version: String(version) },
  });
  if (json) return terminal.data(JSON.stringify(found, null, 2));
  const { publishedAt, author, reason, changes } = found;
  const when = publishedAt === undefined ? '' : `, published ${publishedAt}`;
  terminal.data(`Version ${version}${when}${author === undefined ? '' : ` by ${author}`}: ${reason}`);
  if (changes.length > 0)
    terminal.data(planText({ version, review: { ...NOTHING, changes, document: found.document } }));
}

const NOTHING = { mistakes: [], warnings: [], sentences: [], assessments: [], needsEarlierUntil: false };

export interface RestoreOptions {
  readonly reason: string;
  readonly earlierUntil?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Puts an earlier version in force again, as a new one: planned, reviewed and published like any other change. */
export async function restore(setting: Setting, version: number, options: RestoreOptions): Promise<void> {
  const { document } = await setting.call('GET /api/admin/configuration/versions/{version}', {
    params: { version: String(version) },
  });
  const wish = { ...options, document, what: `Version ${version}`, impact: true };
  const made = await carryOut(setting, wish);
  if (made !== undefined) setting.terminal.talk(`Version ${version} is in force again, as version ${made}.`);
}
