import * as z from 'zod/mini';
import { assessedShape, readyMadeShape } from './assessments.ts';
import { documentShape } from './document.ts';
import {
  changeShape,
  countsShape,
  describedShape,
  directoryObjectShape,
  draftShape,
  frozenShape,
  impactShape,
  instant,
  languageShape,
  maybe,
  meanwhileShape,
  mistakeShape,
  next,
  number,
  overlapShape,
  reasonToMatchShape,
  registrationShape,
  sentences,
  sessionShape,
  summary,
  text,
  trailEntryShape,
  versionSummaryShape,
} from './reply-parts.ts';
import { personShape, statusShape } from './requests.ts';
import { outsideShape } from './settings.ts';

/** What the routes of administration answer. */
export const adminReplies = {
  session: sessionShape,
  signedIn: () => z.extend(sessionShape(), { handle: maybe(text()) }),
  ended: () => z.object({ ended: z.literal(true) }),
  configuration: () =>
    z.object({
      ...summary(),
      document: documentShape(),
      questionnaireVersion: number(),
      earlierQuestionnaires: z.array(z.object({ version: number(), acceptedUntil: instant() })),
      sentences: z.array(describedShape()),
      warnings: sentences(),
      assessments: z.array(assessedShape()),
      outside: outsideShape(),
    }),
  versions: () => z.object({ versions: z.array(versionSummaryShape()), next: next() }),
  version: () =>
    z.object({
      ...summary(),
      document: documentShape(),
      changes: z.array(changeShape()),
      sentences: z.array(describedShape()),
    }),
  draft: draftShape,
  maybeDraft: () => z.object({ draft: z.nullable(draftShape()) }),
  review: () =>
    z.object({
      /** With every reference looked up; what publishing would put in force. Null where it could not be read at all. */
      document: z.nullable(documentShape()),
      mistakes: z.array(mistakeShape()),
      warnings: sentences(),
      changes: z.array(changeShape()),
      sentences: z.array(describedShape()),
      assessments: z.array(assessedShape()),
      /** Whether people would be asked something else, so that publishing must say until when the old answers are good. */
      needsEarlierUntil: z.boolean(),
      /** The draft that was reviewed: looking its references up may have made a new revision of it. Only for a draft. */
      draft: maybe(draftShape()),
      /** Only for a draft that was begun from a version that is not the newest any more; it must be merged first. */
      meanwhile: maybe(meanwhileShape()),
    }),
  published: () => z.object({ version: number() }),
  merged: () => z.object({ draft: draftShape(), overlaps: z.array(overlapShape()) }),
  impact: impactShape,
  directory: () => z.object({ objects: z.array(directoryObjectShape()) }),
  match: () =>
    z.object({
      found: z.boolean(),
      name: maybe(text()),
      displayName: maybe(text()),
      distinguishedName: maybe(text()),
      userConfiguration: maybe(reasonToMatchShape()),
      alsoMatching: z.array(reasonToMatchShape()),
      blocked: maybe(text()),
      /** Why nothing is offered, in a sentence. */
      obstacle: maybe(text()),
      status: maybe(statusShape()),
      /** Since when self-service is on hold for them; left out when it is not. */
      frozen: maybe(frozenShape()),
      sentences: sentences(),
    }),
  policies: () => z.object({ policies: z.array(readyMadeShape()) }),
  languages: () => z.object({ languages: z.array(languageShape()) }),
  registrations: () =>
    z.object({
      rows: z.array(registrationShape()),
      /** People looked at for this page. */
      looked: number(),
      next: next(),
    }),
  counts: countsShape,
  /** What became of each person: the first three of a revocation, then five of a reminder, then of a freeze and of its end. */
  results: () => {
    const revoked = ['revoked', 'not-registered', 'changed-meanwhile'] as const;
    const reminded = ['sent', 'already-reminded-today', 'registered', 'no-address', 'not-offered'] as const;
    const frozen = ['frozen', 'already-frozen', 'unfrozen', 'not-frozen'] as const;
    const result = z.enum([...revoked, ...reminded, ...frozen]);
    return z.object({ results: z.array(z.object({ person: personShape(), result })) });
  },
  trail: () => z.object({ events: z.array(trailEntryShape()), next: next() }),
} as const;
