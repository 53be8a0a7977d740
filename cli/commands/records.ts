import { pages } from '../../client/pages.ts';
import type { Setting } from '../setting.ts';
import { csvText, tableText } from '../terminal.ts';
import { ApiProblem } from '../../client/client.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';

/** Which user configuration somebody falls under, and why. */
export async function match({ call, terminal, json }: Setting, username: string): Promise<void> {
  const answer = await call('POST /api/admin/match', { body: { username } });
  if (json) return terminal.data(JSON.stringify(answer, null, 2));
  if (!answer.found)
    throw new CommandEnds(EXIT.failed, `No account, or more than one, is called ${username}.`);
  terminal.data(answer.sentences.join('\n'));
}

/** Each user configuration in its order, in sentences. */
export async function listUserConfigurations({ call, terminal, json }: Setting): Promise<void> {
  const { document, sentences } = await call('GET /api/admin/configuration');
  if (json) return terminal.data(JSON.stringify(document.userConfigurations, null, 2));
  for (const { name, sentences: lines } of sentences.filter(
    ({ section }) => section === 'userConfigurations',
  ))
    terminal.data(`${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

/** Every version, newest first. */
export async function listVersions({ call, terminal, json }: Setting): Promise<void> {
  const all = [];
  for await (const { versions } of pages((before) =>
    call('GET /api/admin/configuration/versions', { query: { before } }),
  ))
    all.push(...versions);
  if (json) return terminal.data(JSON.stringify(all, null, 2));
  terminal.data(
    tableText(
      ['version', 'published', 'by', 'reason'],
      all.map(({ version, publishedAt, author, reason }) => [
        String(version),
        publishedAt ?? '',
        author ?? '',
        reason,
      ]),
    ),
  );
}

/** Puts an earlier version in force again: as a draft, reviewed and published like any other change. */
export async function restore(
  { call, terminal }: Setting,
  version: number,
  { reason, earlierUntil }: { readonly reason: string; readonly earlierUntil?: string },
): Promise<void> {
  const { draft: mine } = await call('GET /api/admin/draft');
  if (mine)
    throw new CommandEnds(
      EXIT.failed,
      'You have a draft already. Publish or discard it first: latchkey draft discard',
    );
  const { revision } = await call('POST /api/admin/draft/restore', { body: { version, revision: 0 } });
  try {
    await call('POST /api/admin/draft/review', { body: { revision } });
    const published = await call('POST /api/admin/draft/publish', {
      body: { revision, reason, ...(earlierUntil !== undefined && { earlierUntil }) },
    });
    terminal.talk(`Version ${version} is in force again, as version ${published.version}.`);
  } catch (problem) {
    await call('DELETE /api/admin/draft', { body: { revision } }).catch(() => undefined);
    if (problem instanceof ApiProblem && problem.code === 'earlier-until-missing')
      throw new CommandEnds(
        EXIT.found,
        'People would be asked something else. Say until when their present answers are good: --earlier-until 2027-03-31',
      );
    throw problem;
  }
}

export interface TrailFilter {
  readonly from?: string;
  readonly to?: string;
  readonly user?: string;
  readonly reference?: string;
  readonly kinds?: string;
}

/** What happened, newest first; as it comes. */
export async function searchTrail(
  { call, terminal }: Setting,
  { user, ...filter }: TrailFilter,
  { form, most }: { readonly form: 'lines' | 'csv' | 'json'; readonly most: number },
): Promise<void> {
  let left = most;
  if (form === 'csv') terminal.data(csvText([['at', 'kind', 'what', 'by', 'reference', 'source']]));
  for await (const { events } of pages((cursor) =>
    call('GET /api/admin/trail', { query: { ...filter, username: user, cursor } }),
  )) {
    for (const event of events.slice(0, left)) {
      const { at, kind, says, by, reference, source } = event;
      if (form === 'json') terminal.data(JSON.stringify(event));
      else if (form === 'csv') terminal.data(csvText([[at, kind, says, by ?? '', reference, source]]));
      else terminal.data(`${at}  ${reference}  ${says}`);
    }
    left -= events.length;
    if (left <= 0) return;
  }
}
