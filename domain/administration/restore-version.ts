import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { nextRevision, type Draft } from './draft.ts';
import { eventBy } from './event-by.ts';

export type RestoreNeeds = Pick<Ports, 'drafts' | 'configuration' | 'trail' | 'random' | 'clock'>;

export type VersionRestored =
  /** A draft that says what the version said, on top of the newest; to be reviewed and published like any other. */
  | { readonly kind: 'restored'; readonly draft: Draft }
  | { readonly kind: 'no-such-version' }
  /** There is a draft that was not seen, or another one: it would be lost. */
  | { readonly kind: 'conflict'; readonly draft?: Draft };

/** Makes a draft out of an earlier version, in place of the draft that was seen (`revision` 0: there was none). */
export async function restoreVersion(
  ports: RestoreNeeds,
  session: AdminSession,
  { version, revision: seen }: { readonly version: number; readonly revision: number },
): Promise<VersionRestored> {
  const author = session.administrator.person;
  const earlier = await ports.configuration.version(version);
  const [newest] = await ports.configuration.versions(1);
  if (!earlier || !newest) return { kind: 'no-such-version' };
  const now = ports.clock.now();
  const [revision, basedOn] = [nextRevision(seen, now), newest.version];
  const { document } = earlier;
  const draft: Draft = { author, revision, basedOn, document, savedAt: now };
  if (!(await ports.drafts.save(draft, seen))) {
    const there = await ports.drafts.find(author);
    return { kind: 'conflict', ...(there && { draft: there }) };
  }
  await ports.trail.append(eventBy(ports, session, { kind: 'draft-saved', revision, basedOn }));
  return { kind: 'restored', draft };
}
