import * as z from 'zod/mini';
import { SECTIONS } from '../../../domain/administration/change.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { assessedShape } from './assessments.ts';
import { documentShape } from './document.ts';
import { once } from './once.ts';
import { personShape, roleShape, statusShape } from './requests.ts';

/** What replies are made of: small shapes, then the things that have a name of their own (components.ts). */
export const text = once(() => z.string());
/** ISO 8601, in UTC. */
export const instant = once(() => z.iso.datetime());
export const number = once(() => z.number());
export const sentences = once(() => z.array(text()));
export const maybe = <T extends z.ZodMiniType>(shape: T) => z.exactOptional(shape);
/** Leads to the page after this one; left out on the last. */
export const next = () => maybe(text());

export const sectionShape = once(() => z.enum(SECTIONS));

export const sessionShape = once(() =>
  z.object({
    /** `CORP\alice` */
    name: text(),
    displayName: text(),
    roles: z.array(roleShape()),
    /** When the visit ends unless something is done in it. */
    expiresAt: instant(),
    organization: text(),
    version: text(),
    demo: z.boolean(),
  }),
);

export const mistakeShape = once(() =>
  z.object({ path: text(), code: text(), message: text(), remedy: text() }),
);

export const changeShape = once(() =>
  z.object({
    section: sectionShape(),
    id: text(),
    name: text(),
    kind: z.enum(['added', 'removed', 'changed']),
    before: sentences(),
    after: sentences(),
  }),
);

export const summary = once(() => ({
  version: number(),
  reason: text(),
  author: maybe(text()),
  publishedAt: maybe(instant()),
}));
export const versionSummaryShape = once(() => z.object(summary()));
/** One thing of a document, and what it says. */
export const describedShape = once(() =>
  z.object({ section: sectionShape(), id: text(), name: text(), sentences: sentences() }),
);

export const draftShape = once(() =>
  z.object({
    revision: number(),
    basedOn: number(),
    document: documentShape(),
    savedAt: instant(),
    /** The revision whose review was seen; only that one may be published. */
    reviewed: maybe(number()),
    mistakes: z.array(mistakeShape()),
    assessments: z.array(assessedShape()),
  }),
);

/** Something that both sides changed since the draft was begun. */
export const overlapShape = once(() =>
  z.object({
    /** What to choose by. */
    key: text(),
    section: sectionShape(),
    name: text(),
    theirs: sentences(),
    mine: sentences(),
    chosen: z.enum(['mine', 'theirs']),
  }),
);
/** What others published since a draft was begun: the versions, newest first, all of it as one change, and what both changed. */
export const meanwhileShape = once(() =>
  z.object({
    versions: z.array(versionSummaryShape()),
    changes: z.array(changeShape()),
    overlaps: z.array(overlapShape()),
  }),
);

const beforeAndAfter = once(() => z.object({ before: number(), after: number() }));

export const impactShape = once(() =>
  z.object({
    people: number(),
    touched: number(),
    mustRegisterAgain: number(),
    newlyBlocked: number(),
    noLongerBlocked: number(),
    byUserConfiguration: z.record(text(), beforeAndAfter()),
    byStatus: z.record(text(), beforeAndAfter()),
    /** By question id: how many have answered it. */
    answered: z.record(text(), number()),
    next: next(),
  }),
);

export const directoryObjectShape = once(() =>
  z.object({
    kind: z.enum(['user', 'group', 'unit']),
    name: text(),
    /** objectGUID of a user, SID of a group, distinguished name of a unit. */
    id: text(),
    distinguishedName: text(),
    displayName: text(),
  }),
);

export const reasonToMatchShape = once(() => z.object({ id: text(), name: text(), because: text() }));

export const languageShape = once(() =>
  z.object({
    tag: text(),
    name: text(),
    /** 0 to 1. */
    coverage: number(),
    /** Whether a native speaker has read it. */
    reviewed: z.boolean(),
    /** For those who look at the pages, not for people. */
    test: z.boolean(),
    offered: z.boolean(),
    direction: z.enum(['ltr', 'rtl']),
    /** Ids of questions that have no text in it. */
    questionsWithoutText: z.array(text()),
  }),
);

export const registrationShape = once(() =>
  z.object({
    person: personShape(),
    name: text(),
    displayName: text(),
    distinguishedName: text(),
    disabled: z.boolean(),
    userConfiguration: maybe(text()),
    status: statusShape(),
    methods: z.array(z.enum(METHODS)),
    changedAt: maybe(instant()),
    /** For answers to an earlier questionnaire: until when they are good. */
    goodUntil: maybe(instant()),
  }),
);

/** Since when self-service is on hold for somebody, and who put it there. */
export const frozenShape = once(() => z.object({ since: instant(), by: z.enum(['person', 'help-desk']) }));

export const countsShape = once(() =>
  z.object({
    looked: number(),
    byStatus: z.record(text(), number()),
    /** By id ('' for those under none), then by status. */
    byUserConfiguration: z.record(text(), z.record(text(), number())),
    next: next(),
  }),
);

export const trailEntryShape = once(() =>
  z.object({
    id: text(),
    at: instant(),
    kind: text(),
    person: personShape(),
    name: maybe(text()),
    /** The administrator who did it. */
    by: maybe(text()),
    reference: text(),
    source: text(),
    /** In a sentence. */
    says: text(),
    details: z.record(text(), z.unknown()),
  }),
);
