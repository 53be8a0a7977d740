import * as fc from 'fast-check';
import { ACTIONS } from '../../domain/policy/action.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { SEND_METHODS, type MethodSetting } from '../../domain/policy/methods.ts';
import type { PostAction } from '../../domain/policy/post-action.ts';
import { RISKS, type SentPassword } from '../../domain/policy/user-configuration.ts';

/** What settings of methods, texts, the search form and post actions are made of, as the rest of the document is. */
export interface Words {
  readonly words: fc.Arbitrary<string>;
  readonly texts: fc.Arbitrary<Readonly<Record<string, string>>>;
  readonly id: fc.Arbitrary<string>;
  readonly count: fc.Arbitrary<number>;
}

const DESTINATIONS = fc.constantFrom('confirmed' as const, 'confirmed-or-directory' as const);
const attribute = fc.constantFrom(
  'employeeID',
  'mail',
  'unicodePwd',
  'extensionAttribute7',
  'no attribute',
  '',
);

/** Settings of every method, any of them left out but for the first two. */
export function anyMethods({
  words,
  texts,
  id,
  count,
}: Words): fc.Arbitrary<ConfigurationDocument['methods']> {
  const own = fc.record({ name: texts, description: texts }, { requiredKeys: [] });
  const setting = <T extends object>(more: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
    fc.record(
      { on: fc.boolean(), texts: own, ...more },
      { requiredKeys: ['on', ...Object.keys(more)] as never[] },
    ) as unknown as fc.Arbitrary<MethodSetting & T>;
  const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 });
  return fc.record(
    {
      'security-answers': setting({}),
      'email-code': setting({ addresses: DESTINATIONS }),
      'sms-code': setting({}),
      'sent-code': setting({ send: fc.constantFrom(...SEND_METHODS) }),
      'authenticator-app': setting({ setUp: fc.constantFrom('voluntary', 'skippable', 'forced') }),
      passkey: setting({}),
      'recovery-code': setting({}),
      'openid-connect': setting({ acr: few(words), amr: few(words) }),
      'external-responses': setting({ prompts: few(fc.record({ id, label: texts })) }),
      'ldap-attributes': setting({ attributes: few(fc.record({ attribute, label: texts })) }),
      'previous-authentication': setting({ days: count }),
    },
    { requiredKeys: ['security-answers', 'email-code'] },
  );
}

/** What stands beside the methods and may be left out. */
export const anySettings = ({ words, texts, id, count }: Words) => ({
  textMessages: fc.record({
    countries: fc.array(fc.constantFrom('DE', 'GB', 'US', 'de', 'XX', 'Germany', ''), { maxLength: 3 }),
    numbers: DESTINATIONS,
    perHour: count,
    perDay: count,
  }),
  searchForm: fc.record({
    besidesName: fc.boolean(),
    fields: fc.array(fc.record({ attribute, label: texts }), { maxLength: 3 }),
    filter: fc.constantFrom(
      '(mail=%mail%)',
      '(&(mail=%mail%)(employeeID=%employeeID%))',
      '(broken',
      '(a=b)',
      '',
    ),
  }),
  postActions: fc.array(anyPostAction({ words, texts, id, count }), { maxLength: 3 }),
  registering: fc.record({ frozenHoursAfterReset: count }),
});

function anyPostAction({ words, id }: Words): fc.Arbitrary<PostAction> {
  const every = { id, name: words, after: fc.subarray([...ACTIONS]) };
  const text = fc.oneof(words, fc.constantFrom('%username% did %action%', '%password%', '100 %'));
  return fc.oneof(
    fc.record({
      ...every,
      kind: fc.constant('webhook' as const),
      endpoint: fc.constantFrom('tickets', 'nowhere'),
      text,
    }),
    fc.record({ ...every, kind: fc.constant('event' as const), text }),
    fc.record({ ...every, kind: fc.constant('attribute' as const), attribute, value: text }),
  );
}

export const anySentPassword: fc.Arbitrary<SentPassword> = fc.record({
  mode: fc.constantFrom('sent' as const, 'sent-and-expired' as const),
  by: fc.constantFrom(
    'email' as const,
    'sms' as const,
    'both' as const,
    'email-first' as const,
    'sms-first' as const,
  ),
});

export const anyRisks = ({ words }: Pick<Words, 'words'>) =>
  fc.array(fc.record({ risk: fc.constantFrom(...RISKS), reason: words }), { maxLength: 2 });
