import * as fc from 'fast-check';
import type { Action } from '../../../domain/policy/action.ts';

/** Two people who have registered everything, and a name that is nobody's. */
export const NAMES = ['jo', 'ann', 'nobody'] as const;
export type Name = (typeof NAMES)[number];

/** A program that speaks JSON; a browser without scripts; and one and the same flow held by both, by turns. */
export const CLIENT_KINDS = ['json', 'pages', 'both'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

export const SENT = ['email-code', 'sms-code'] as const;
export type Sent = (typeof SENT)[number];

/** What is offered: something of one's own that is right now, or one of the ways to be wrong. */
export type Which = 'right' | 'wrong' | 'of another flow' | 'of somebody else' | 'used or replaced';

/** One thing that somebody does. Flows are counted in the order they were started, round and round. */
export type Step =
  | { readonly does: 'start'; readonly name: Name; readonly by: ClientKind }
  | { readonly does: 'send'; readonly flow: number; readonly method: Sent }
  | { readonly does: 'offer'; readonly flow: number; readonly method: Offered; readonly which: Which }
  | { readonly does: Action; readonly flow: number; readonly operation: number }
  | { readonly does: 'prove enough'; readonly flow: number; readonly action: Action }
  | { readonly does: 'wait'; readonly seconds: number };

export const OFFERED = [
  ...SENT,
  'security-answers',
  'authenticator-app',
  'recovery-code',
  'ldap-attributes',
] as const;
export type Offered = (typeof OFFERED)[number];

const flow = fc.nat({ max: 2 });
const which = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Which>('right') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Which>('wrong', 'of another flow', 'of somebody else', 'used or replaced'),
  },
);

/** Any sequence of 5 to 25 steps; those that lead somewhere come more often. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('start' as const),
        name: fc.constantFrom<Name>(...NAMES, 'jo', 'jo'),
        by: fc.constantFrom(...CLIENT_KINDS),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constant('send' as const), flow, method: fc.constantFrom(...SENT) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        does: fc.constant('offer' as const),
        flow,
        method: fc.constantFrom(...OFFERED),
        which,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('prove enough' as const),
        flow,
        action: fc.constantFrom<Action>('unlock', 'reset'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constantFrom<Action>('unlock', 'reset'),
        flow,
        operation: fc.nat({ max: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('wait' as const),
        seconds: fc.constantFrom(20, 45, 240, 560, 901, 1000),
      }),
    },
  ),
  { minLength: 5, maxLength: 25, size: 'max' },
);

/** What chance seldom hits upon: the first proof is half an hour old when the last one is in. */
export const EXAMPLES: [readonly Step[]][] = [
  [
    [
      { does: 'start', name: 'jo', by: 'both' },
      { does: 'send', flow: 0, method: 'email-code' },
      { does: 'offer', flow: 0, method: 'email-code', which: 'right' },
      { does: 'wait', seconds: 600 },
      { does: 'offer', flow: 0, method: 'security-answers', which: 'right' },
      { does: 'wait', seconds: 600 },
      { does: 'offer', flow: 0, method: 'recovery-code', which: 'right' },
      { does: 'wait', seconds: 601 },
      { does: 'reset', flow: 0, operation: 0 },
    ],
  ],
];
