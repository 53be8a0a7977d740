import * as z from 'zod/mini';
import { COLOURS, FIXES } from '../../../domain/health/prospect.ts';
import { ROLES } from '../../../domain/policy/configuration-document.ts';
import { once } from './once.ts';

const line = once(() => z.string().check(z.maxLength(512)));
const revision = once(() => z.int().check(z.minimum(0)));
/** An objectGUID as the directory's people are known by: lower-case hex with dashes. */
const guid = once(() =>
  z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)),
);
export const personShape = once(() => z.strictObject({ domain: line(), guid: guid() }));
/** At the most as many as one request can work through. */
const people = once(() => z.array(personShape()).check(z.minLength(1), z.maxLength(100)));
/** Any JSON: what is wrong with it is told in full (read-document.ts), not at the first thing. */
export const anyDocument = once(() => z.unknown());
const maybe = once(() => z.optional(line()));
const whole = once(() => z.optional(z.string().check(z.regex(/^\d{1,5}$/))));
/** A day, which begins at midnight in UTC, or an instant. */
const day = once(() => z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/))));

export const statusShape = once(() =>
  z.enum(['registered', 'partly', 'out-of-date', 'never', 'blocked', 'not-offered', 'protected']),
);

/** What the routes of administration take. */
export const adminBodies = {
  signIn: () => z.strictObject({ username: line(), password: z.string().check(z.maxLength(1024)) }),
  saveDraft: () => z.strictObject({ document: anyDocument(), basedOn: revision(), revision: revision() }),
  ofDraft: () => z.strictObject({ revision: revision() }),
  publish: () =>
    z.strictObject({ revision: revision(), reason: line(), earlierUntil: z.optional(z.iso.datetime()) }),
  /** `version` is the newest one that was shown: choices count for no other. */
  merge: () =>
    z.strictObject({
      revision: revision(),
      version: revision(),
      choices: z.record(line(), z.enum(['mine', 'theirs'])),
    }),
  restore: () => z.strictObject({ version: revision(), revision: revision() }),
  plan: () => z.strictObject({ document: anyDocument() }),
  impact: () => z.strictObject({ document: anyDocument(), cursor: maybe() }),
  match: () => z.strictObject({ username: line(), document: z.optional(anyDocument()) }),
  revoke: () => z.strictObject({ people: people(), reason: line() }),
  freeze: () => z.strictObject({ people: people(), reason: line() }),
  remind: () => z.strictObject({ people: people() }),
  explain: () => z.strictObject({ claim: line() }),
} as const;

/** What they take in the address. */
export const adminQueries = {
  versions: () => z.strictObject({ before: whole(), limit: whole() }),
  directory: () => z.strictObject({ kind: z.enum(['user', 'group', 'unit']), beginning: line() }),
  registrations: () =>
    z.strictObject({
      under: z.optional(z.string().check(z.maxLength(2_000))),
      userConfiguration: maybe(),
      status: z.optional(statusShape()),
      since: day(),
      before: day(),
      cursor: maybe(),
      limit: whole(),
    }),
  counts: () => z.strictObject({ under: z.optional(z.string().check(z.maxLength(2_000))), cursor: maybe() }),
  trail: () =>
    z.strictObject({
      from: day(),
      to: day(),
      username: maybe(),
      reference: maybe(),
      kinds: maybe(),
      cursor: maybe(),
      limit: whole(),
    }),
  preFlight: () =>
    z.strictObject({
      colour: z.optional(z.enum(COLOURS)),
      fix: z.optional(z.enum(FIXES)),
      cursor: maybe(),
    }),
} as const;

export const roleShape = once(() => z.enum(ROLES));
