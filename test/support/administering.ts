import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { publishDraft, type DraftPublished } from '../../domain/administration/publish-draft.ts';
import { reviewDraft } from '../../domain/administration/review-draft.ts';
import { saveDraft } from '../../domain/administration/save-draft.ts';
import { signInAdministrator } from '../../domain/administration/sign-in-administrator.ts';
import type { Draft } from '../../domain/administration/draft.ts';
import type { ConfigurationDocument, Role } from '../../domain/policy/configuration-document.ts';
import type { Account } from '../../domain/ports/account.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { NOW, type Product } from './product.ts';
import { anAccount, sidOf } from './scripted-account.ts';

/** The deployment's own administrators (configured.ts). */
export const ADMINISTRATORS = sidOf(1701);
export const PORTAL_LANGUAGES = ['en', 'fr', 'ja', 'es', 'zh-CN', 'de'];
export const OFFICE = '198.51.100.7';
export const DAY = 24 * 60 * 60_000;

/** Somebody of the administrators' group, signed in; `roles` in place of all that the group gives. */
export async function administrator(
  { ports, script }: Product,
  username = 'alice',
  roles?: readonly Role[],
): Promise<AdminSession> {
  script.add(anAccount(username, { groups: [ADMINISTRATORS] }), 'Admin-Horse-1');
  const claim = { kind: 'account-name', name: username } as const;
  const signed = await signInAdministrator(ports, { claim, password: 'Admin-Horse-1', source: OFFICE });
  if (signed.kind !== 'signed-in') throw new Error(`${username} could not sign in: ${signed.kind}`);
  return roles ? { ...signed.session, roles } : signed.session;
}

/** Saves a first draft on the version in force; fails the test when there was one. */
export async function drafted(
  { ports }: Product,
  session: AdminSession,
  changes: Partial<ConfigurationDocument>,
): Promise<Draft> {
  const { document: inForce, version: basedOn } = await ports.configuration.current();
  const document = { ...inForce, ...changes };
  const toSave = { document, basedOn, revision: 0, languages: PORTAL_LANGUAGES };
  const saved = await saveDraft(ports, session, toSave);
  if (saved.kind !== 'saved') throw new Error(`the draft was not saved: ${saved.kind}`);
  return saved.draft;
}

/** Looks a draft over; fails the test when it is not the one there. */
export async function reviewed({ ports }: Product, session: AdminSession, { revision }: Draft) {
  const answer = await reviewDraft(ports, session, { revision, languages: PORTAL_LANGUAGES });
  if (answer.kind !== 'reviewed') throw new Error(`the draft was not reviewed: ${answer.kind}`);
  return answer;
}

/** Publishes a draft at the revision that is given. */
export const published = (
  { ports }: Product,
  session: AdminSession,
  { revision }: Draft,
  more: { readonly reason?: string; readonly earlierUntil?: number } = {},
): Promise<DraftPublished> =>
  publishDraft(ports, session, { revision, reason: 'because', languages: PORTAL_LANGUAGES, ...more });

/** Drafts, reviews and publishes; fails the test when it is refused. */
export async function changed(
  product: Product,
  session: AdminSession,
  changes: Partial<ConfigurationDocument>,
  earlierUntil?: number,
): Promise<number> {
  const { draft } = await reviewed(product, session, await drafted(product, session, changes));
  const answer = await published(product, session, draft, earlierUntil === undefined ? {} : { earlierUntil });
  if (answer.kind !== 'published') throw new Error(`it was not published: ${JSON.stringify(answer)}`);
  return answer.version;
}

/** A group of the scripted directory. */
export function knownGroup({ script }: Product, name: string, rid: number): { name: string; sid: string } {
  const sid = sidOf(rid);
  const spelled = `CORP\\${name}`;
  script.know({
    kind: 'group',
    name: spelled,
    id: sid,
    distinguishedName: `CN=${name},DC=corp,DC=example`,
    displayName: name,
  });
  return { name: spelled, sid };
}

/** Another help line, in English: the smallest change there is. */
export const helpLine = (
  { branding }: ConfigurationDocument,
  text: string,
): Pick<ConfigurationDocument, 'branding'> => ({ branding: { ...branding, helpLine: { en: text } } });

/** Everything in the trail, oldest first. */
export async function wholeTrail({ ports }: Product): Promise<readonly TrailEvent[]> {
  const events: TrailEvent[] = [];
  for await (const event of ports.trail.between(0, NOW * 2)) events.push(event);
  return events;
}

/** The events that an administrator's acts left, by kind, without sign-ins. */
export const acts = (events: readonly TrailEvent[], { administrator: { name } }: AdminSession) =>
  events
    .filter(({ by, happening }) => by?.name === name && happening.kind !== 'administrator-signed-in')
    .map(({ happening }) => happening.kind);

export const refOf = ({ person, username }: Account) => ({
  name: `${person.domain}\\${username}`,
  guid: person.guid,
});
