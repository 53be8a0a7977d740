import * as z from 'zod/mini';
import { CONDITIONS } from '../../../domain/health/condition-words.ts';
import { CHECKS, type CheckName } from '../../../domain/health/finding.ts';
import { COLOURS, FIXES } from '../../../domain/health/prospect.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { once } from './once.ts';
import { frozenShape, instant, maybe, number, reasonToMatchShape, sentences, text } from './reply-parts.ts';
import { personShape, statusShape } from './requests.ts';

/** Green: all that is offered works; amber: some of it, or only a while from now; red: nothing. */
export const colourShape = once(() => z.enum(COLOURS));
/** What keeps a person from helping themselves. */
export const fixShape = once(() => z.enum(FIXES));
export const findingStateShape = once(() => z.enum(['fine', 'warning', 'broken']));

export const findingShape = once(() =>
  z.object({
    check: z.enum(Object.keys(CHECKS) as CheckName[]),
    /** What the check asks. */
    question: text(),
    object: text(),
    state: findingStateShape(),
    /** Of a fine one, what was seen. */
    cause: text(),
    remedy: maybe(text()),
    commands: z.array(z.object({ shell: z.enum(['dsacls', 'powershell']), line: text() })),
  }),
);

/** What the doctor found. */
export const examinationShape = once(() =>
  z.object({
    at: instant(),
    domains: z.array(
      z.object({ domain: text(), worst: findingStateShape(), findings: z.array(findingShape()) }),
    ),
    /** What the configuration in force names and the directory has not. */
    configuration: z.array(findingShape()),
    /** What is asked of the accounts time and again, answered. */
    notes: sentences(),
  }),
);

export const preFlightShape = once(() =>
  z.object({
    startedAt: instant(),
    finishedAt: maybe(instant()),
    counts: z.object({ green: number(), amber: number(), red: number() }),
    /** How many people each fix is for. */
    fixes: z.record(text(), number()),
  }),
);

const outlook = once(() => ({ works: z.enum(['yes', 'no', 'not-offered']), because: maybe(fixShape()) }));
const outlookShape = once(() => z.object(outlook()));

export const prospectShape = once(() =>
  z.object({
    person: personShape(),
    name: text(),
    /** Its first 64 characters. */
    displayName: text(),
    colour: colourShape(),
    actions: z.object({ unlock: outlookShape(), reset: outlookShape() }),
    fix: maybe(fixShape()),
  }),
);

const actionShape = once(() =>
  z.object({
    ...outlook(),
    /** When what is in the way ends by itself. */
    until: maybe(instant()),
    sentence: text(),
  }),
);

export const explanationShape = once(() =>
  z.object({
    person: personShape(),
    name: text(),
    displayName: text(),
    distinguishedName: text(),
    domainController: text(),
    /** Since when self-service is on hold for them; left out when it is not. */
    frozen: maybe(frozenShape()),
    colour: colourShape(),
    /** The one thing to put right first; left out when all that is offered works. */
    fix: maybe(z.object({ code: fixShape(), sentence: text() })),
    /** Why whoever types this is not found, though administrators find somebody by it. */
    unaccepted: maybe(text()),
    actions: z.object({ unlock: actionShape(), reset: actionShape() }),
    userConfiguration: maybe(reasonToMatchShape()),
    alsoMatching: z.array(reasonToMatchShape()),
    /** What the user configuration says. */
    sentences: sentences(),
    blocked: maybe(text()),
    /** Why nothing is offered, in a sentence. */
    obstacle: maybe(text()),
    /** How the account stands. */
    conditions: z.array(z.object({ code: z.enum(CONDITIONS), sentence: text() })),
    rules: z.object({ source: text(), readable: z.boolean(), sentences: sentences() }),
    status: statusShape(),
    methods: z.array(z.enum(METHODS)),
    /** The methods they could prove themselves with now. */
    provable: z.array(z.enum(METHODS)),
    registration: sentences(),
  }),
);

/** What the routes about health answer. */
export const healthReplies = {
  examination: examinationShape,
  explain: () =>
    z.object({
      found: z.enum(['one', 'none', 'several']),
      /** Of several, the first few. */
      names: z.array(text()),
      /** Of none or several: what was looked for, and what to do. */
      sentences: sentences(),
      explanation: maybe(explanationShape()),
    }),
  health: () =>
    z.object({
      examination: z.nullable(examinationShape()),
      /** The newest that came to its end. */
      preFlight: z.nullable(preFlightShape()),
      /** The one that is under way. */
      underWay: z.nullable(preFlightShape()),
    }),
  preFlight: () =>
    z.object({
      /** Null when there has been none these days; left out on the pages of one that is the newest no more. */
      run: maybe(z.nullable(preFlightShape())),
      rows: z.array(prospectShape()),
      /** People looked at for this page. */
      looked: number(),
      next: maybe(text()),
    }),
} as const;
