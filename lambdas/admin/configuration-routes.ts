import { changesBetween } from '../../domain/administration/changes-between.ts';
import { listVersions } from '../../domain/administration/list-versions.ts';
import { newestConfiguration } from '../../domain/administration/newest-configuration.ts';
import { documentSentences } from '../../domain/administration/sentences.ts';
import { warnings } from '../../domain/policy/warnings.ts';
import { problem } from '../http/reply.ts';
import { assessmentsView, readyMadeView } from './assessments-view.ts';
import type { GuardedKey, GuardedRoutes } from './guarded.ts';
import { languagesView } from './languages-view.ts';
import type { AdminNeeds } from './needs.ts';
import { wholeNumber } from './read-values.ts';
import { instant, tell } from './tell.ts';
import { summaryOf } from './versions-view.ts';

type Key = Extract<GuardedKey, `GET /api/admin/${'configuration' | 'languages' | 'policies'}${string}`>;

/** What is in force, what was, and in which languages. */
export const configurationRoutes = (ports: AdminNeeds): GuardedRoutes<Key> => ({
  'GET /api/admin/configuration': async () => {
    const inForce = await newestConfiguration(ports);
    const now = ports.clock.now();
    return tell('GET /api/admin/configuration', {
      ...summaryOf(inForce),
      document: inForce.document,
      questionnaireVersion: inForce.questionnaireVersion,
      earlierQuestionnaires: inForce.earlierQuestionnaires
        .filter(({ acceptedUntil }) => now < acceptedUntil)
        .map(({ version, acceptedUntil }) => ({ version, acceptedUntil: instant(acceptedUntil) })),
      sentences: documentSentences(inForce.document),
      warnings: warnings(inForce.document),
      assessments: assessmentsView(inForce.document),
      outside: inForce.outside,
    });
  },
  'GET /api/admin/configuration/versions': async ({ query }) => {
    const before = wholeNumber(query.before);
    const limit = wholeNumber(query.limit, { least: 1, most: 100 }) ?? 50;
    const { versions, next } = await listVersions(ports, { limit, ...(before !== undefined && { before }) });
    return tell('GET /api/admin/configuration/versions', {
      versions: versions.map(summaryOf),
      ...(next !== undefined && { next: String(next) }),
    });
  },
  'GET /api/admin/configuration/versions/{version}': async ({ params }, session) => {
    const number = /^\d{1,9}$/.test(params['version'] ?? '') ? Number(params['version']) : undefined;
    const found = number === undefined ? undefined : await ports.configuration.version(number);
    if (!found) return problem(404, 'no-such-version', session.reference);
    const before = found.version === 0 ? undefined : await ports.configuration.version(found.version - 1);
    return tell('GET /api/admin/configuration/versions/{version}', {
      ...summaryOf(found),
      document: found.document,
      changes: before ? changesBetween(before.document, found.document) : [],
      sentences: documentSentences(found.document),
    });
  },
  'GET /api/admin/policies': () =>
    Promise.resolve(tell('GET /api/admin/policies', { policies: readyMadeView() })),
  'GET /api/admin/languages': async () =>
    tell('GET /api/admin/languages', {
      languages: languagesView((await newestConfiguration(ports)).document),
    }),
});
