import * as fc from 'fast-check';
import * as z from 'zod';
import { CODE_METHODS } from '../../../domain/verification/method.ts';
import { ROUTE_KEYS, routeSpec, type RouteKey } from '../../../lambdas/api.ts';
import { anyText, humanText } from '../../support/any-text.ts';
import { ANSWERS, FIRST_PASSWORD } from './fresh-people.ts';

const base64Url = (length: number) => 'A'.repeat(length);
const credential = (response: object) => ({ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response });
/** What browsers answer with, of no passkey that anybody has. */
const CEREMONIES = [
  credential({ clientDataJSON: 'e30', attestationObject: base64Url(80) }),
  credential({ clientDataJSON: 'e30', authenticatorData: base64Url(50), signature: base64Url(96) }),
];
const RETURNED = { code: 'a-code', state: base64Url(43), iss: 'https://idp.example' };
const PASSWORDS = fc.constantFrom(FIRST_PASSWORD, 'Wrong-Pelican-7716', '');

/** What the route would take, by what its fields are called; the beginning of every mutation. */
const WHOLE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  claim: fc.oneof(
    fc.record({
      username: fc.constantFrom('fresh0', 'nobody', 'CORP\\fresh1', 'fresh1@corp.example.test'),
    }),
    fc.constant({ attributes: { mail: 'fresh1@home.example.net' } }),
  ),
  send: fc.constantFrom(...CODE_METHODS),
  by: fc.constantFrom('email', 'sms'),
  answers: fc.constantFrom<unknown>(ANSWERS, { ...ANSWERS, 'first-teacher': 'wrong' }),
  attributes: fc.constant({ employeeID: '100001' }),
  responses: fc.constant({ badge: 'blue' }),
  returned: fc.constantFrom<object>(RETURNED, { state: RETURNED.state, error: 'access_denied' }),
  state: fc.constant(RETURNED.state),
  iss: fc.constant(RETURNED.iss),
  error: fc.constantFrom('', 'access_denied'),
  code: fc.constantFrom('00000000', '000000', '1234 5678', '１２３４５６７８', 'AAAA-AAAA-AAAA-AAAA'),
  browser: fc.constant(base64Url(43)),
  answer: fc.constantFrom<object>(...CEREMONIES),
  name: fc.constantFrom('My telephone', ''),
  number: fc.constantFrom('07400 123456', '+49 170 1234567', 'no number'),
  newPassword: fc.constantFrom('Quiet-Harbour-42-x', 'short', 'Start-Passw0rd-1'),
  username: fc.constantFrom('fresh0', 'fresh1', 'nobody', 'CORP\\nobody'),
  password: PASSWORDS,
  currentPassword: PASSWORDS,
  address: fc.constantFrom('somebody@home.example.net', 'no address', 'a@b'),
  operation: fc.constantFrom('operation-1', 'x', ''),
  anyway: fc.constant('yes'),
  again: fc.constant('yes'),
  suggest: fc.constant('yes'),
  'answer.first-concert': fc.constant(ANSWERS['first-concert']),
  'answer.childhood-street': fc.constant(ANSWERS['childhood-street']),
  'answer.first-teacher': fc.constant(ANSWERS['first-teacher']),
  'detail-mail': fc.constant('fresh1@home.example.net'),
  'given.badge': fc.constant('blue'),
  'given.employeeID': fc.constant('100001'),
};

const ANSWER_FIELDS = ['answer.first-concert', 'answer.childhood-street', 'answer.first-teacher'];
/** The fields of forms that have whichever ones the configuration says. */
const AS_CONFIGURED: Readonly<Partial<Record<RouteKey, readonly string[]>>> = {
  'POST /recover': ['username', 'detail-mail'],
  'POST /recover/security-answers': ANSWER_FIELDS,
  'POST /recover/external-responses': ['given.badge'],
  'POST /recover/ldap-attributes': ['given.employeeID'],
  'POST /enroll/security-answers': ANSWER_FIELDS,
};

interface FieldsOf {
  readonly properties?: object;
  readonly anyOf?: readonly FieldsOf[];
}
const namesIn = ({ properties = {}, anyOf = [] }: FieldsOf): readonly string[] => [
  ...Object.keys(properties),
  ...anyOf.flatMap(namesIn),
];

/** What a route takes, read off its schema, but for the token of a form: that is put in when it is sent. */
function namesOf(key: RouteKey): readonly string[] {
  const { body } = routeSpec(key);
  if (!body) return [];
  const named = namesIn(z.toJSONSchema(body(), { io: 'input' }));
  return AS_CONFIGURED[key] ?? [...new Set(named)].filter((name) => name !== 'token');
}
const FIELDS = new Map(ROUTE_KEYS.map((key) => [key, namesOf(key)]));

/** The fields that people's routes take, and of which there is no example: rain would never get past them. */
export const withoutExample = (): readonly string[] =>
  ROUTE_KEYS.filter((key) => !['admin', 'doctor'].includes(routeSpec(key).by)).flatMap((key) =>
    (FIELDS.get(key) ?? []).flatMap((name) => (name in WHOLE ? [] : [`${key}: ${name}`])),
  );

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
      fc.record(Object.fromEntries((FIELDS.get(key) ?? []).map((name) => [name, fieldFor(name)])), {
        requiredKeys: [],
      }),
      fc.option(fc.dictionary(names, odd, { maxKeys: 2 }), { freq: 1, nil: {} }),
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
