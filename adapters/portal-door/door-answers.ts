import * as z from 'zod/mini';

const TEXT = z.string().check(z.minLength(1));
const IDS = z._default(z.array(z.string()), []);
const ACTION = z.object({
  allowed: z.boolean(),
  offered: z._default(z.boolean(), true),
  missing: IDS,
  anyOf: IDS,
  because: z.optional(z.string()),
});
const FLOW = {
  actions: z.object({ unlock: ACTION, reset: ACTION }),
  methods: z.array(z.object({ method: z.string(), questions: z.optional(z.array(z.object({ id: TEXT }))) })),
};
const QUESTION = z.object({ id: TEXT });

/** What the portal's JSON API answers, as far as the canary goes by it; the rest of an answer is let be. */
export const DOOR_ANSWERS = {
  signedIn: z.object({ handle: TEXT }),
  registered: z.object({
    methods: z.array(z.object({ method: z.string() })),
    questionnaire: z.object({
      parts: z.array(
        z.union([
          z.object({ kind: z.literal('single'), question: QUESTION }),
          z.object({ kind: z.literal('group'), answer: z.number(), questions: z.array(QUESTION) }),
        ]),
      ),
    }),
  }),
  begun: z.object({ secret: TEXT }),
  started: z.object({ handle: TEXT, ...FLOW }),
  flow: z.object(FLOW),
  done: z.object({ result: z.literal('done') }),
  anything: z.object({}),
  /** RFC 9457, with a code of ours. */
  problem: z.object({ code: TEXT, reasons: z.optional(z.array(z.string())) }),
} as const;
