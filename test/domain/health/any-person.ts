import * as fc from 'fast-check';
import type { Configuration } from '../../../domain/policy/configuration.ts';
import type { UserConfiguration } from '../../../domain/policy/user-configuration.ts';
import type { Account, RepairRights } from '../../../domain/ports/account.ts';
import type { PasswordRules } from '../../../domain/ports/password-rules.ts';
import type { VerificationPolicy } from '../../../domain/verification/policy.ts';
import {
  anAudience,
  aUserConfiguration,
  blockOf,
  blockOfGroup,
  EVERYONE,
  type ConfigurationChanges,
} from '../../support/configured.ts';
import { addressOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { anAccount, filetime, sidOf, STAFF } from '../../support/scripted-account.ts';

/** Somebody called jo, and everything that decides over them. */
export interface AnyPerson {
  readonly account: Partial<Account>;
  readonly rights: RepairRights;
  readonly rules: Partial<PasswordRules>;
  readonly configuration: ConfigurationChanges;
  /** Undefined: nothing is registered. */
  readonly registered:
    { readonly answers: boolean | readonly string[]; readonly address: boolean } | undefined;
}

const SALES = sidOf(1201);
const CONTRACTORS = sidOf(1202);
const DAY = 24 * 60 * MINUTE;

/** Mostly no: so that people are not all stranded for the same first reason. */
const seldom = fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0);
const mostly = seldom.map((drawn) => !drawn);

const account: fc.Arbitrary<Partial<Account>> = fc
  .record({
    locked: fc.boolean(),
    disabled: seldom,
    accountExpired: seldom,
    smartCardRequired: seldom,
    cannotChangePassword: seldom,
    mustChangePassword: seldom,
    passwordExpired: seldom,
    adminCount: seldom,
    hasServicePrincipalName: seldom,
    formerSids: seldom.map((former) => (former ? ['S-1-5-21-1-2-3-512'] : [])),
    groups: fc
      .tuple(fc.subarray([sidOf(513), SALES, CONTRACTORS]), seldom)
      .map(([groups, isAdmin]) => (isAdmin ? [...groups, sidOf(512)] : groups)),
    elsewhere: seldom,
    mail: fc.boolean(),
    ageMs: fc.constantFrom(MINUTE, 3 * DAY),
    lockedForMs: fc.constantFrom(MINUTE, DAY),
  })
  .map(({ elsewhere, mail, ageMs, lockedForMs, ...rest }) => ({
    ...rest,
    ...(elsewhere && { distinguishedName: 'CN=jo,OU=Services,DC=corp,DC=example' }),
    ...(mail && { mail: 'jo@corp.example' }),
    ...(rest.locked && { lockoutTime: filetime(NOW - lockedForMs) }),
    passwordLastSet: rest.mustChangePassword ? '0' : filetime(NOW - ageMs),
  }));

const policy: fc.Arbitrary<VerificationPolicy> = fc.constantFrom(
  { required: ['security-answers'], optional: [], minimumOptional: 0 },
  { required: ['email-code'], optional: [], minimumOptional: 0 },
  { required: ['email-code', 'security-answers'], optional: [], minimumOptional: 0 },
  { required: [], optional: ['email-code', 'security-answers'], minimumOptional: 1 },
  { required: [], optional: ['email-code', 'security-answers'], minimumOptional: 2 },
);

const userConfiguration: fc.Arbitrary<UserConfiguration> = fc
  .record({
    include: fc.constantFrom(
      EVERYONE,
      anAudience({ groups: [{ name: 'CORP\\Sales', sid: SALES }] }),
      anAudience({ units: [STAFF] }),
      anAudience({ filter: '(department=Sales)' }),
    ),
    excludesSales: seldom,
    unlock: fc.record({ offered: mostly, evenWhenExpired: fc.boolean(), policy }),
    reset: fc.record({
      offered: mostly,
      notWhileLocked: fc.boolean(),
      notBeforeMinimumAge: fc.boolean(),
      policy,
    }),
  })
  .map(({ include, excludesSales, unlock, reset }) => {
    const { policy: toUnlock, ...unlocking } = unlock;
    const { policy: toReset, ...resetting } = reset;
    return aUserConfiguration('drawn', {
      include,
      exclude: anAudience(excludesSales ? { groups: [{ name: 'CORP\\Sales', sid: SALES }] } : {}),
      actions: { unlock: { ...toUnlock, ...unlocking }, reset: { ...toReset, ...resetting } },
    });
  });

const earlier = fc.constantFrom(
  [],
  ...[NOW + DAY, NOW - 1].map((acceptedUntil): Configuration['earlierQuestionnaires'] => [
    {
      version: 0,
      parts: [{ kind: 'single', question: 'first-concert' }],
      replacedAt: NOW - DAY,
      acceptedUntil,
    },
  ]),
);

const configuration: fc.Arbitrary<ConfigurationChanges> = fc
  .record({
    drawn: fc.array(userConfiguration, { minLength: 1, maxLength: 3 }),
    answersOn: mostly,
    codesOn: mostly,
    addresses: fc.constantFrom('confirmed' as const, 'confirmed-or-directory' as const),
    block: fc.constantFrom('nobody', 'nobody', 'nobody', 'jo', 'jo until yesterday', 'contractors'),
    protectsSales: seldom,
    earlier,
  })
  .map(({ drawn, answersOn, codesOn, addresses, block, protectsSales, earlier: earlierQuestionnaires }) => ({
    earlierQuestionnaires,
    eligibility: { protectedGroups: protectsSales ? [SALES] : [] },
    document: {
      userConfigurations: drawn.map((one, at) => ({ ...one, id: `c${String(at)}`, name: `C${String(at)}` })),
      methods: { 'security-answers': { on: answersOn }, 'email-code': { on: codesOn, addresses } },
      blockList: {
        nobody: [],
        jo: [blockOf(anAccount('jo'))],
        'jo until yesterday': [blockOf(anAccount('jo'), new Date(NOW - DAY).toISOString())],
        contractors: [blockOfGroup(CONTRACTORS)],
      }[block],
    },
  }));

export const anyPerson: fc.Arbitrary<AnyPerson> = fc.record({
  account: account.chain((drawn) =>
    fc.boolean().map((sells) => ({ ...drawn, filters: sells ? ['(department=Sales)'] : [] })),
  ),
  rights: fc.record({ resetPassword: mostly, unlock: mostly }),
  rules: fc.record({
    minimumAgeMs: fc.constantFrom(0, DAY),
    lockoutDurationMs: fc.constantFrom(0, 30 * MINUTE),
  }),
  configuration,
  registered: fc.option(
    fc.record({
      answers: fc.constantFrom(true, true, false, ['first-concert']),
      address: fc.boolean(),
    }),
    { nil: undefined, freq: 6 },
  ),
});

/** A product in which they are, with what they may have done to them done by the directory, and nothing more. */
export async function productWith(drawn: AnyPerson): Promise<Product> {
  const product = aProduct(drawn.configuration);
  const { registered } = drawn;
  if (registered)
    await enrolled(product, 'jo', {
      account: drawn.account,
      answers: registered.answers,
      addresses: registered.address ? [addressOf('jo')] : [],
    });
  else product.script.add(anAccount('jo', drawn.account));
  product.script.member('jo').rights = drawn.rights;
  product.script.rule(drawn.rules);
  return product;
}
