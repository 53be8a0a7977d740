import * as fc from 'fast-check';
import { routeSpec, type RouteKey } from '../../../lambdas/api.ts';
import { anyText, humanText } from '../../support/any-text.ts';
import { ANSWERS, FIRST_PASSWORD } from './fresh-people.ts';

/** A body that the route would take, by what its fields are called; the beginning of every mutation. */
const WHOLE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  claim: fc.record({
    username: fc.constantFrom('fresh0', 'nobody', 'CORP\\fresh1', 'fresh1@corp.example.test'),
  }),
  send: fc.constant('email-code'),
  answers: fc.constantFrom<unknown>(ANSWERS, { ...ANSWERS, 'first-teacher': 'wrong' }),
  code: fc.constantFrom('00000000', '1234 5678', '１２３４５６７８'),
  newPassword: fc.constantFrom('Quiet-Harbour-42-x', 'short', 'Start-Passw0rd-1'),
  username: fc.constantFrom('fresh0', 'fresh1', 'nobody', 'CORP\\nobody'),
  password: fc.constantFrom(FIRST_PASSWORD, 'Wrong-Pelican-7716', ''),
  currentPassword: fc.constantFrom(FIRST_PASSWORD, 'Wrong-Pelican-7716', ''),
  address: fc.constantFrom('somebody@home.example.net', 'no address', 'a@b'),
  operation: fc.constantFrom('operation-1', 'x', ''),
  anyway: fc.constant('yes'),
  again: fc.constant('yes'),
  'answer.first-concert': fc.constant(ANSWERS['first-concert']),
  'answer.childhood-street': fc.constant(ANSWERS['childhood-street']),
  'answer.first-teacher': fc.constant(ANSWERS['first-teacher']),
};

const FIELDS: Readonly<Partial<Record<string, readonly string[]>>> = {
  'POST /api/recovery': ['claim', 'send'],
  'POST /api/recovery/proofs/security-answers': ['answers'],
  'POST /api/recovery/proofs/email-code': ['code'],
  'POST /api/recovery/reset': ['newPassword'],
  'POST /api/enrollment/session': ['username', 'password'],
  'PUT /api/enrollment/security-answers': ['answers'],
  'PUT /api/enrollment/email-code': ['address', 'code'],
  'POST /api/password/change': ['username', 'currentPassword', 'newPassword'],
  'POST /recover': ['username'],
  'POST /recover/email-code': ['code'],
  'POST /recover/security-answers': [
    'answer.first-concert',
    'answer.childhood-street',
    'answer.first-teacher',
  ],
  'POST /recover/unlock': ['operation'],
  'POST /recover/reset': ['operation', 'newPassword', 'username'],
  'POST /enroll/sign-in': ['username', 'password'],
  'POST /enroll/security-answers': [
    'answer.first-concert',
    'answer.childhood-street',
    'answer.first-teacher',
  ],
  'POST /enroll/email-code': ['address', 'anyway', 'again'],
  'POST /enroll/email-code/confirm': ['code'],
  'POST /password/change': ['operation', 'username', 'currentPassword', 'newPassword'],
};

const long = fc.constantFrom(200, 600, 5_000, 20_000).map((length) => 'x'.repeat(length));
const odd: fc.Arbitrary<unknown> = fc.oneof(
  anyText(60),
  humanText(60),
  long,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    [],
    {},
    [[]],
    { $ne: null },
    '__proto__',
    '\0',
    '*',
    ')(cn=*',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'token', 'admin', ''),
  anyText(12),
);

/** What the route takes, with fields left out, put in, and made into something else. */
const fieldsFor = (key: RouteKey): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      fc.record(Object.fromEntries((FIELDS[key] ?? []).map((name) => [name, fieldFor(name)])), {
        requiredKeys: [],
      }),
      fc.option(fc.dictionary(names, odd, { maxKeys: 2 }), { freq: 3, nil: {} }),
    )
    .map(([known, unknown]) => ({ ...known, ...unknown }));

const fieldFor = (name: string): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: WHOLE[name] ?? fc.constant('x') }, { weight: 1, arbitrary: odd });

/** What the route takes, or nearly, or not at all; the text as it is sent. */
export function bodyFor(key: RouteKey): fc.Arbitrary<string | undefined> {
  const spec = routeSpec(key);
  const whole = fieldsFor(key).map((fields) =>
    spec.face === 'json'
      ? JSON.stringify(fields)
      : Object.entries(fields)
          .map(
            ([name, value]) =>
              `${encoded(name)}=${encoded(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`,
          )
          .join('&'),
  );
  const broken = fc
    .tuple(whole, fc.nat(), anyText(4))
    .map(
      ([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1)),
    );
  const cut = fc.tuple(whole, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  const plain = spec.body ? whole : fc.constant(undefined);
  return fc.oneof(
    { weight: 8, arbitrary: plain },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: anyText(80) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const encoded = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);
