import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockEntry } from '../../../domain/policy/block-list.ts';
import { ineligibility, judgeEligibility } from '../../../domain/policy/eligibility.ts';
import type { EligibilityRules, Rulebook } from '../../../domain/policy/eligibility.ts';
import type { UserConfiguration } from '../../../domain/policy/user-configuration.ts';
import type { Account } from '../../../domain/ports/account.ts';
import { aUserConfiguration, blockOf, blockOfGroup, notOffered, offered } from '../../support/configured.ts';
import { NOW } from '../../support/product.ts';
import { anAccount, sidOf, STAFF } from '../../support/scripted-account.ts';

const VIPS = sidOf(4711);
const BLOCKED = sidOf(4712);
interface Changes extends Partial<EligibilityRules> {
  readonly blockList?: readonly BlockEntry[];
  readonly userConfigurations?: readonly UserConfiguration[];
}
const rules = ({ blockList, userConfigurations, ...changes }: Changes = {}): Rulebook => ({
  eligibility: {
    bases: [STAFF],
    protectedGroups: [VIPS],
    ownAccounts: ['CORP\\svc-selfservice'],
    ...changes,
  },
  document: {
    blockList: blockList ?? [blockOfGroup(BLOCKED)],
    userConfigurations: userConfigurations ?? [aUserConfiguration('everyone')],
  },
});
const reasonFor = (changes: Partial<Account>, more: Changes = {}) => {
  const judged = judgeEligibility(anAccount('jo', changes), rules(more), NOW);
  return judged.kind === 'ineligible' ? judged.reason : judged.kind;
};
const member = (...groups: string[]) => ({ groups: [sidOf(513), ...groups] });

describe('who may be helped', () => {
  it('is an ordinary account in an OU that is served', () => {
    expect(reasonFor({})).toBe('eligible');
  });

  it.each([498, 500, 501, 502, 512, 516, 518, 519, 520, 521, 522, 525, 526, 527])(
    'is nobody with the protected RID %i, by group or as the account itself',
    (rid) => {
      expect(reasonFor(member(sidOf(rid)))).toBe('privileged');
      expect(reasonFor({ sid: sidOf(rid) })).toBe('privileged');
      expect(reasonFor(member(`S-1-5-21-1-2-3-${String(rid)}`))).toBe('privileged');
    },
  );

  it.each([544, 548, 549, 550, 551, 552])('is nobody in the built-in group %i, however nested', (rid) => {
    expect(reasonFor(member(sidOf(2001), `S-1-5-32-${String(rid)}`))).toBe('privileged');
  });

  it('is nobody that a look-alike SID only resembles', () => {
    for (const sid of [`${sidOf(512)}0`, 'S-1-5-32-545', 'S-1-5-512', 'S-1-5-21-1-2-512', sidOf(513)])
      expect(reasonFor(member(sid))).toBe('eligible');
  });

  it('is nobody with adminCount, a service principal name, or a machine account', () => {
    expect(reasonFor({ adminCount: true })).toBe('privileged');
    expect(reasonFor({ hasServicePrincipalName: true })).toBe('privileged');
    expect(reasonFor({ username: 'PC-17$' })).toBe('privileged');
  });

  it('is no computer, gMSA or trust, and no krbtgt of a read-only domain controller', () => {
    for (const username of ['PC-17$', 'gmsa-print$', 'PARTNER$', 'krbtgt_41234', 'KRBTGT_7'])
      expect(reasonFor({ username })).toBe('privileged');
    for (const username of ['krbtgt_', 'krbtgt_anna', '$jo'])
      expect(reasonFor({ username })).toBe('eligible');
  });

  it('is nobody who was privileged in another domain (sIDHistory), by account, built-in or protected group', () => {
    const was = (...formerSids: string[]) => reasonFor({ formerSids });
    for (const rid of [500, 512, 519, 526]) expect(was(`S-1-5-21-7-8-9-${String(rid)}`)).toBe('privileged');
    expect(was('S-1-5-32-544')).toBe('privileged');
    expect(was(VIPS)).toBe('privileged');
    expect(was(sidOf(4711).replace(/-\d+$/, '-1147'), 'S-1-5-21-7-8-9-513')).toBe('eligible');
  });

  it('is nobody in a group that the administrators protect', () => {
    expect(reasonFor(member(VIPS))).toBe('privileged');
    expect(reasonFor(member(VIPS), { protectedGroups: [VIPS.toLowerCase()] })).toBe('privileged');
  });

  it("is none of the product's own accounts, in any spelling", () => {
    expect(reasonFor({ username: 'SVC-SelfService' })).toBe('own-account');
  });

  it('is nobody outside the OUs, and nobody at all without OUs', () => {
    expect(reasonFor({ distinguishedName: 'CN=jo,CN=Users,DC=corp,DC=example' })).toBe('out-of-scope');
    expect(reasonFor({}, { bases: [] })).toBe('out-of-scope');
    expect(reasonFor({}, { bases: [''] })).toBe('out-of-scope');
  });

  it('is nobody of a child domain because its parent is served', () => {
    const child = { distinguishedName: 'CN=jo,OU=Board,DC=eu,DC=corp,DC=example' };
    expect(reasonFor(child, { bases: ['DC=corp,DC=example'] })).toBe('out-of-scope');
    expect(reasonFor(child, { bases: ['DC=corp,DC=example', 'OU=Staff,DC=eu,DC=corp,DC=example'] })).toBe(
      'out-of-scope',
    );
    expect(reasonFor(child, { bases: ['OU=Board,DC=EU,DC=corp,DC=example'] })).toBe('eligible');
    expect(reasonFor({}, { bases: ['dc=corp, DC=example'] })).toBe('eligible');
  });

  it('is nobody on the block list, by person or by group, in any spelling of it, until it ends', () => {
    const jo = anAccount('jo');
    expect(reasonFor({}, { blockList: [blockOf(jo)] })).toBe('blocked');
    expect(reasonFor(member(BLOCKED))).toBe('blocked');
    expect(reasonFor(member(BLOCKED), { blockList: [blockOfGroup(BLOCKED.toLowerCase())] })).toBe('blocked');
    expect(reasonFor({}, { blockList: [blockOf(jo, new Date(NOW + 1).toISOString())] })).toBe('blocked');
    expect(reasonFor({}, { blockList: [blockOf(jo, new Date(NOW).toISOString())] })).toBe('eligible');
  });

  it('is nobody to whom no user configuration offers anything', () => {
    const nothing = aUserConfiguration('nothing', { actions: { unlock: notOffered, reset: notOffered } });
    const unlockOnly = aUserConfiguration('unlock', {
      actions: { unlock: offered(['security-answers']), reset: notOffered },
    });
    expect(reasonFor({}, { userConfigurations: [] })).toBe('not-offered');
    expect(reasonFor({}, { userConfigurations: [nothing] })).toBe('not-offered');
    expect(reasonFor({}, { userConfigurations: [unlockOnly] })).toBe('eligible');
    // The first that matches wins, also when it offers nothing.
    expect(reasonFor({}, { userConfigurations: [nothing, unlockOnly] })).toBe('not-offered');
  });

  it('comes with the user configuration that offers it, and why', () => {
    expect(judgeEligibility(anAccount('jo'), rules(), NOW)).toMatchObject({
      kind: 'eligible',
      match: { userConfiguration: { id: 'everyone' }, because: { by: 'everyone' } },
    });
  });

  it('is refused in this order: blocked, own account, privileged, out of scope, not offered', () => {
    const worst = {
      username: 'svc-selfservice',
      ...member(BLOCKED, sidOf(512)),
      distinguishedName: 'CN=jo,DC=elsewhere',
    };
    const nothing = { userConfigurations: [] };
    expect(reasonFor(worst, nothing)).toBe('blocked');
    expect(reasonFor({ ...worst, ...member(sidOf(512)) }, nothing)).toBe('own-account');
    expect(reasonFor({ ...worst, ...member(sidOf(512)), username: 'jo' }, nothing)).toBe('privileged');
    expect(reasonFor({ ...worst, ...member(), username: 'jo' }, nothing)).toBe('out-of-scope');
    expect(reasonFor({}, nothing)).toBe('not-offered');
  });

  it('is never somebody on the block list, whatever else is true of them', () => {
    const anything = fc.record({
      adminCount: fc.boolean(),
      hasServicePrincipalName: fc.boolean(),
      username: fc.constantFrom('jo', 'svc-selfservice', 'PC$'),
      distinguishedName: fc.constantFrom(`CN=jo,${STAFF}`, 'CN=jo,DC=elsewhere'),
    });
    fc.assert(
      fc.property(anything, (changes) => {
        expect(reasonFor({ ...changes, ...member(BLOCKED, sidOf(512)) })).toBe('blocked');
      }),
    );
  });

  it('is refused more often the more groups there are, never less', () => {
    const groups = fc.array(fc.constantFrom(sidOf(513), sidOf(512), VIPS, BLOCKED, sidOf(1)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(groups, fc.constantFrom(sidOf(512), VIPS, BLOCKED, sidOf(1200)), (some, another) => {
        if (reasonFor({ groups: some }) !== 'eligible')
          expect(reasonFor({ groups: [...some, another] })).not.toBe('eligible');
      }),
    );
  });
});

describe('what is asked again at the moment of change', () => {
  it('is everything but the user configuration, which the flow has been judged by', () => {
    const asked = (changes: Partial<Account>) =>
      ineligibility(anAccount('jo', changes), rules({ userConfigurations: [] }), NOW);
    expect(asked({})).toBeUndefined();
    expect(asked(member(BLOCKED))).toBe('blocked');
    expect(asked({ adminCount: true })).toBe('privileged');
    expect(asked({ username: 'svc-selfservice' })).toBe('own-account');
    expect(asked({ distinguishedName: 'CN=jo,DC=elsewhere' })).toBe('out-of-scope');
  });
});
