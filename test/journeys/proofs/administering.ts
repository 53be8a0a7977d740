import { adminClient, ApiProblem, type Call, type ConfigurationDocument } from '../../../client/client.ts';
import type { Impact, Registration, RegistrationCounts } from '../../../client/api-types.ts';
import { addedCounts, addedImpact, sums } from '../../../client/impact.ts';
import { pages } from '../../../client/pages.ts';
import { ADMINISTRATORS } from '../../../local/cast/administrators.ts';
import type { Running } from './running.ts';

type At = Pick<Running, 'origin'>;

/** Signs one of the demonstration's administrators in, by their password; answers what their visit may call. */
export async function administratorAt({ origin }: At, username: string): Promise<Call> {
  const { password = '' } = ADMINISTRATORS.find((member) => member.username === username) ?? {};
  const { call } = adminClient({ base: origin });
  const { handle } = await call('POST /api/admin/session', { body: { username, password } });
  return adminClient({ base: origin, handle: () => handle }).call;
}

/** Makes a change of what is in force one's draft. */
export async function drafted(
  call: Call,
  change: (document: ConfigurationDocument) => ConfigurationDocument,
): Promise<number> {
  const { document, version } = await call('GET /api/admin/configuration');
  const body = { document: change(document), basedOn: version, revision: 0 };
  return (await call('PUT /api/admin/draft', { body })).revision;
}

/** Reviews a draft; answers the revision that was seen, and the review. */
export async function reviewed(call: Call, revision: number) {
  const review = await call('POST /api/admin/draft/review', { body: { revision } });
  return { review, revision: review.draft?.revision ?? revision };
}

/** Drafts, reviews and publishes a change; answers the version. */
export async function published(
  call: Call,
  change: (document: ConfigurationDocument) => ConfigurationDocument,
  more: { readonly earlierUntil?: string; readonly reason?: string } = {},
): Promise<number> {
  const { revision } = await reviewed(call, await drafted(call, change));
  const body = { revision, reason: 'because', ...more };
  return (await call('POST /api/admin/draft/publish', { body })).version;
}

/** What publishing a document would mean, over all pages. */
export async function impactOf(call: Call, document: ConfigurationDocument): Promise<Impact> {
  let sum: Impact | undefined;
  const asked = pages((cursor) =>
    call('POST /api/admin/plan/impact', { body: { document, ...(cursor !== undefined && { cursor }) } }),
  );
  for await (const soFar of sums(asked, addedImpact)) sum = soFar;
  if (!sum) throw new Error('nobody was looked at');
  return sum;
}

/** How many have come how far, over all pages. */
export async function counted(call: Call): Promise<RegistrationCounts['byStatus']> {
  let sum: RegistrationCounts | undefined;
  const asked = pages((cursor) => call('GET /api/admin/registrations/counts', { query: { cursor } }));
  for await (const soFar of sums(asked, addedCounts)) sum = soFar;
  return sum?.byStatus ?? {};
}

/** Everybody in the report, by user name. */
export async function reported(call: Call): Promise<ReadonlyMap<string, Registration>> {
  const rows = new Map<string, Registration>();
  for await (const page of pages((cursor) => call('GET /api/admin/registrations', { query: { cursor } })))
    for (const row of page.rows) rows.set(row.name.split('\\').at(-1) ?? '', row);
  return rows;
}

/** The problem a call ends with; fails the test when it ends well. */
export async function problemOf(calling: Promise<unknown>) {
  const problem = await calling.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (problem instanceof ApiProblem) return problem.problem;
  throw problem instanceof Error ? problem : new Error('it was not refused');
}
