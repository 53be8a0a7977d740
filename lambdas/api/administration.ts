import * as z from 'zod/mini';
import type { Role } from '../../domain/policy/configuration-document.ts';
import { healthReplies } from '../admin/shapes/health-parts.ts';
import { adminReplies } from '../admin/shapes/replies.ts';
import { adminBodies, adminQueries } from '../admin/shapes/requests.ts';
import type { RoutesUnder } from './route-spec.ts';

const EVERY_ADMINISTRATOR: readonly Role[] = ['administrator', 'policy-editor', 'help-desk', 'auditor'];
const POLICY: readonly Role[] = ['administrator', 'policy-editor'];
const READERS: readonly Role[] = ['administrator', 'policy-editor', 'auditor'];
const DESK: readonly Role[] = ['administrator', 'help-desk'];
const admin = { by: 'admin', face: 'json', handle: 'admin' } as const;
/** A configuration with its texts, its lists and a logo; the central store keeps up to 350,000 bytes of it. */
const DOCUMENT = 512 * 1024;

/** What is behind the door of administration: its JSON, and the console. A route that names no role is for nobody. */
// prettier-ignore
export const administration = {
  'POST /api/admin/session': { by: 'admin', face: 'json', summary: 'Sign in as an administrator; the console is given a cookie, others a handle',
    body: adminBodies.signIn, reply: adminReplies.signedIn },
  'GET /api/admin/session': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Who is signed in, and what they may do', reply: adminReplies.session },
  'DELETE /api/admin/session': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Sign out', reply: adminReplies.ended },
  'GET /api/admin/configuration': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'The configuration in force, and what it says in sentences', reply: adminReplies.configuration },
  'GET /api/admin/configuration/versions': { ...admin, roles: READERS, summary: 'Every version there was, newest first',
    query: adminQueries.versions, reply: adminReplies.versions },
  'GET /api/admin/configuration/versions/{version}': { ...admin, roles: READERS, summary: 'One version, and what it changed', reply: adminReplies.version },
  'GET /api/admin/draft': { ...admin, roles: POLICY, summary: 'My draft', reply: adminReplies.maybeDraft },
  'PUT /api/admin/draft': { ...admin, roles: POLICY, summary: 'Keep my draft, mistakes and all', most: DOCUMENT,
    body: adminBodies.saveDraft, reply: adminReplies.draft },
  'DELETE /api/admin/draft': { ...admin, roles: POLICY, summary: 'Drop my draft', body: adminBodies.ofDraft, reply: adminReplies.ended },
  'POST /api/admin/draft/review': { ...admin, roles: POLICY, summary: 'What my draft would change; must be seen before it is published',
    body: adminBodies.ofDraft, reply: adminReplies.review },
  'POST /api/admin/draft/publish': { ...admin, roles: POLICY, summary: 'Put my draft in force, with a reason',
    body: adminBodies.publish, reply: adminReplies.published },
  'POST /api/admin/draft/merge': { ...admin, roles: POLICY, summary: 'Bring what was published meanwhile into my draft',
    body: adminBodies.merge, reply: adminReplies.merged },
  'POST /api/admin/draft/restore': { ...admin, roles: POLICY, summary: 'Make an earlier version my draft',
    body: adminBodies.restore, reply: adminReplies.draft },
  'POST /api/admin/plan': { ...admin, roles: READERS, summary: 'What a document would change; nothing is kept', most: DOCUMENT,
    body: adminBodies.plan, reply: adminReplies.review },
  'POST /api/admin/plan/impact': { ...admin, roles: READERS, summary: 'Whom a document would touch, page by page', most: DOCUMENT,
    body: adminBodies.impact, reply: adminReplies.impact },
  'GET /api/admin/directory': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Users, groups and OUs whose name begins so',
    query: adminQueries.directory, reply: adminReplies.directory },
  'POST /api/admin/match': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Which user configuration a user falls under, and why', most: DOCUMENT,
    body: adminBodies.match, reply: adminReplies.match },
  'GET /api/admin/policies': { ...admin, roles: READERS, summary: 'Ready-made verification policies, and what each amounts to', reply: adminReplies.policies },
  'GET /api/admin/languages': { ...admin, roles: READERS, summary: 'The languages there are, and whether a native speaker has read them', reply: adminReplies.languages },
  'GET /api/admin/registrations': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Who is registered, partly, out of date, never; page by page',
    query: adminQueries.registrations, reply: adminReplies.registrations },
  'GET /api/admin/registrations/counts': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'How many are; page by page, to be added up',
    query: adminQueries.counts, reply: adminReplies.counts },
  'POST /api/admin/registrations/revoke': { ...admin, roles: DESK, summary: 'Take away what people registered, with a reason; they are told',
    body: adminBodies.revoke, reply: adminReplies.results },
  'POST /api/admin/registrations/remind': { ...admin, roles: DESK, summary: 'Remind people to register',
    body: adminBodies.remind, reply: adminReplies.results },
  'POST /api/admin/people/freeze': { ...admin, roles: DESK, summary: 'Put self-service on hold for people, with a reason; they are told, and their accounts are not touched',
    body: adminBodies.freeze, reply: adminReplies.results },
  'POST /api/admin/people/unfreeze': { ...admin, roles: DESK, summary: 'Lift such a hold, whoever put it there, with a reason; they are told',
    body: adminBodies.freeze, reply: adminReplies.results },
  'GET /api/admin/trail': { ...admin, roles: ['administrator', 'help-desk', 'auditor'], summary: 'What happened, newest first',
    query: adminQueries.trail, reply: adminReplies.trail },

  'POST /api/admin/explain': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'All that decides over one person, whether they could unlock or reset now, and the one thing to fix',
    body: adminBodies.explain, reply: healthReplies.explain },
  'GET /api/admin/health': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'What the doctor and the pre-flight found last', reply: healthReplies.health },
  'GET /api/admin/pre-flight': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Who could help themselves and who not, by the last pre-flight; page by page',
    query: adminQueries.preFlight, reply: healthReplies.preFlight },

  'POST /api/admin/examination': { ...admin, by: 'doctor', roles: READERS, summary: 'Have the doctor look at every domain now: network, certificates, clocks, both accounts, and their rights on each OU',
    body: () => z.strictObject({}), reply: healthReplies.examination },

  'GET /console': { by: 'console', face: 'asset', summary: 'The administrators’ console' },
  'GET /console/{file}': { by: 'console', face: 'asset', summary: 'Its scripts and styles' },
} as const satisfies RoutesUnder<'/api/admin/' | '/console'>;
