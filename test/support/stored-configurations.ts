import { randomUUID } from 'node:crypto';
import type { AdminSession } from '../../domain/administration/admin-session.ts';
import type { Draft } from '../../domain/administration/draft.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { Administrator, ConfigurationVersion } from '../../domain/policy/configuration.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { aConfiguration } from './configured.ts';
import { anEvent, aPerson, MINUTE, NOW } from './stored-records.ts';

export const aDocument = (changes: Partial<ConfigurationDocument> = {}): ConfigurationDocument =>
  aConfiguration({ document: changes }).document;

export const anAdministrator = (changes: Partial<Administrator> = {}): Administrator => ({
  person: aPerson(),
  name: 'CORP\\alice',
  ...changes,
});

/** A version that somebody published, not like any other number's. */
export const aVersion = (
  version: number,
  changes: Partial<ConfigurationVersion> = {},
): ConfigurationVersion => ({
  version,
  document: aDocument({
    branding: { organization: { en: `Number ${version}` }, helpLine: { en: 'Room 7', de: 'Zimmer 7' } },
  }),
  questionnaireVersion: 2,
  earlierQuestionnaires: [
    {
      version: 1,
      parts: [{ kind: 'single', question: 'first-concert' }],
      replacedAt: NOW,
      acceptedUntil: NOW + MINUTE,
    },
  ],
  author: anAdministrator(),
  reason: `Because of ${version}`,
  publishedAt: NOW + version,
  ...changes,
});

/** The event that goes with a version. */
export const aPublication = ({ version, reason, author }: ConfigurationVersion): TrailEvent => ({
  ...anEvent(author ? { person: author.person, by: author } : {}),
  happening: { kind: 'configuration-published', version, reason, changes: ['The help line is now Room 7.'] },
});

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  author: aPerson(),
  revision: 1,
  basedOn: 0,
  document: aDocument(),
  savedAt: NOW,
  ...changes,
});

export const anAdminSession = (changes: Partial<AdminSession> = {}): AdminSession => ({
  key: randomUUID(),
  reference: 'A4MX-2TBC',
  administrator: anAdministrator(),
  displayName: 'Alice Example',
  roles: ['policy-editor', 'auditor'],
  passwordLastSet: '133123456789012345',
  version: 1,
  startedAt: NOW,
  expiresAt: NOW + 15 * MINUTE,
  source: '192.0.2.7',
  ended: false,
  ...changes,
});
