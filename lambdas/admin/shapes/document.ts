import * as z from 'zod/mini';
import { LOGO_TYPES, ROLES } from '../../../domain/policy/configuration-document.ts';
import { RISKS } from '../../../domain/policy/user-configuration.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { count, line, list, long, maybeList, MOST, texts } from './document-parts.ts';
import { methodsShape, textMessagesShape } from './methods.ts';
import { once } from './once.ts';
import { postActionShape, registeringShape, searchFormShape } from './settings.ts';

export const methodShape = once(() => z.enum(METHODS));

/** Written by name alone, the id is looked up; what is exported has both. */
export const userRefShape = once(() => z.strictObject({ name: line(), guid: z._default(line(), '') }));
export const groupRefShape = once(() => z.strictObject({ name: line(), sid: z._default(line(), '') }));

export const audienceShape = once(() =>
  z.strictObject({
    everyone: z.exactOptional(z.boolean()),
    users: list(userRefShape()),
    groups: list(groupRefShape()),
    units: list(long()),
    filter: z.exactOptional(long()),
  }),
);
const nobody = () => z._default(audienceShape(), { users: [], groups: [], units: [] });

const actionRule = once(() => ({
  offered: z.boolean(),
  required: list(methodShape()),
  optional: list(methodShape()),
  minimumOptional: z._default(count(), 0),
}));
const sentPasswordShape = once(() =>
  z.strictObject({
    mode: z.enum(['sent', 'sent-and-expired']),
    by: z.enum(['email', 'sms', 'both', 'email-first', 'sms-first']),
  }),
);
export const unlockRuleShape = once(() =>
  z.strictObject({ ...actionRule(), evenWhenExpired: z.exactOptional(z.boolean()) }),
);
export const resetRuleShape = once(() =>
  z.strictObject({
    ...actionRule(),
    notWhileLocked: z.exactOptional(z.boolean()),
    notBeforeMinimumAge: z.exactOptional(z.boolean()),
    sentPassword: z.exactOptional(sentPasswordShape()),
  }),
);

export const acceptedRiskShape = once(() => z.strictObject({ risk: z.enum(RISKS), reason: line() }));

export const userConfigurationShape = once(() =>
  z.strictObject({
    id: line(),
    name: line(),
    include: nobody(),
    exclude: nobody(),
    actions: z.strictObject({ unlock: unlockRuleShape(), reset: resetRuleShape() }),
    acceptedRisks: maybeList(acceptedRiskShape()),
  }),
);

export const questionShape = once(() =>
  z.strictObject({
    id: line(),
    texts: texts(),
    minimumLength: z._default(count(), 3),
    caseSensitive: z._default(z.boolean(), false),
    guessability: z.exactOptional(z.enum(['low', 'medium', 'high'])),
    archived: z.exactOptional(z.boolean()),
  }),
);

export const questionGroupShape = once(() =>
  z.strictObject({ id: line(), name: line(), answer: count(), questions: list(line()) }),
);

export const questionnaireShape = once(() =>
  z.strictObject({
    items: list(z.union([z.strictObject({ question: line() }), z.strictObject({ group: line() })])),
    ask: z.exactOptional(count()),
    minimumAnswers: z._default(count(), 0),
    maskAnswers: z._default(z.boolean(), true),
  }),
);

export const brandingShape = once(() =>
  z.strictObject({
    organization: texts(),
    helpLine: texts(),
    linkWording: z.exactOptional(texts()),
    logo: z.exactOptional(
      z.strictObject({
        type: z.enum(LOGO_TYPES),
        base64: z.string().check(z.maxLength(64 * 1024)),
        alternative: texts(),
      }),
    ),
    colours: z.exactOptional(z.strictObject({ accent: line(), onAccent: line() })),
  }),
);

export const blockEntryShape = once(() =>
  z.union([
    z.strictObject({ user: userRefShape(), reason: line(), until: z.exactOptional(line()) }),
    z.strictObject({ group: groupRefShape(), reason: line(), until: z.exactOptional(line()) }),
  ]),
);

export const passwordsShape = once(() => z.strictObject({ bannedWords: list(line()) }));

const accessShape = once(() => {
  const groups = list(groupRefShape());
  const byRole = Object.fromEntries(ROLES.map((role) => [role, groups]));
  return z.strictObject(byRole as Record<(typeof ROLES)[number], typeof groups>);
});

/** The configuration document, as it is exported, written by hand, planned, applied, drafted and published. */
export const documentShape = once(() =>
  z.strictObject({
    format: z.literal(1),
    languages: z.strictObject({ default: line(), offered: z.array(line()).check(z.maxLength(MOST)) }),
    branding: brandingShape(),
    methods: methodsShape(),
    textMessages: z.exactOptional(textMessagesShape()),
    searchForm: z.exactOptional(searchFormShape()),
    postActions: maybeList(postActionShape()),
    registering: z.exactOptional(registeringShape()),
    passwords: z.exactOptional(passwordsShape()),
    questions: list(questionShape()),
    groups: list(questionGroupShape()),
    questionnaire: questionnaireShape(),
    userConfigurations: list(userConfigurationShape()),
    blockList: list(blockEntryShape()),
    access: z._default(accessShape(), {
      administrator: [],
      'policy-editor': [],
      'help-desk': [],
      auditor: [],
    }),
  }),
);
