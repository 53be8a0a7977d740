import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../../domain/health/access-facts.ts';
import type { OwnAccountFacts, ShownAccount } from '../../../../domain/health/account-facts.ts';
import type { DomainFacts } from '../../../../domain/health/domain-facts.ts';
import type { Finding } from '../../../../domain/health/finding.ts';
import { findingsOf } from '../../../../domain/health/findings/findings-of.ts';
import { sidOf, STAFF } from '../../../support/scripted-account.ts';
import {
  aCertificate,
  aController,
  aGrant,
  aHealthyDomain,
  anOwnAccount,
  aReading,
  aRoot,
  aShownAccount,
  HEAD,
  PROXY,
  REPAIRER,
  SEEN_AT,
} from '../../../support/examined-domain.ts';

const DAY = 86_400_000;
const all = (facts: Partial<DomainFacts> = {}): readonly Finding[] =>
  findingsOf(aHealthyDomain(facts), { protectedGroups: [sidOf(1888)] }, SEEN_AT);
const troubles = (facts: Partial<DomainFacts>): readonly Finding[] =>
  all(facts).filter(({ state }) => state !== 'fine');
const account = (changes: Partial<OwnAccountFacts>, shown: Partial<ShownAccount> = {}) => ({
  accounts: [anOwnAccount({ shown: aShownAccount(shown), ...changes })],
});
const granted = (...grants: readonly Grant[]): Partial<DomainFacts> => ({
  reading: aReading({ grants }),
});

describe('what the doctor says', () => {
  it('is fine, all of it, of a domain in which all is well, and never leaves a trouble without a next step', () => {
    expect(all().filter(({ state }) => state !== 'fine')).toEqual([]);
    expect(all().map(({ check }) => check)).toEqual(
      expect.arrayContaining(['controller-name', 'reset-right', 'rights-too-many', 'password-settings']),
    );
  });

  it('of a controller that does not answer TLS, or nothing at all, or no question', () => {
    const failed = aController({ tls: { outcome: 'failed', because: 'ECONNRESET' } });
    expect(troubles({ controllers: [failed] })[0]).toMatchObject({
      check: 'controller-port',
      cause: expect.stringContaining('not in TLS'),
    });
    const silent = aController({ root: { kind: 'silent', because: 'no answer within 5000 ms' } });
    expect(troubles({ controllers: [silent] })[0]).toMatchObject({
      check: 'controller-port',
      cause: expect.stringContaining('answers no question'),
    });
    const filtered = aController({ connected: { kind: 'no', because: 'no answer in time' } });
    expect(troubles({ controllers: [filtered] })[0]).toMatchObject({
      remedy: expect.stringContaining('security group'),
      commands: [{ shell: 'powershell', line: expect.stringContaining('-LocalPort 636') }],
    });
  });

  it('of a certificate that ended, that is not good yet, and that signed itself', () => {
    const shown = (outcome: 'not-now' | 'untrusted', changes: object) =>
      troubles({ controllers: [aController({ tls: { outcome, certificate: aCertificate(changes) } })] })[0];
    expect(shown('not-now', { validTo: SEEN_AT - DAY })).toMatchObject({
      check: 'controller-certificate-days',
      state: 'broken',
      cause: expect.stringContaining('ended on 2100-01-03'),
    });
    expect(shown('not-now', { validFrom: SEEN_AT + DAY })).toMatchObject({ state: 'broken' });
    expect(shown('untrusted', { selfSigned: true })).toMatchObject({
      check: 'controller-trust',
      remedy: expect.stringContaining('AB:CD'),
    });
  });

  it.each([
    [29, 'warning'],
    [30, 'fine'],
  ])('of %i days that a certificate has left: %s', (days, state) => {
    const certificate = aCertificate({ validTo: SEEN_AT + days * DAY });
    const found = all({ controllers: [aController({ tls: { outcome: 'fine', certificate } })] });
    expect(found.find(({ check }) => check === 'controller-certificate-days')?.state).toBe(state);
  });

  it('of a read-only controller, and of one without policy hints where a history is demanded', () => {
    const [found] = troubles({ controllers: [aController({ root: aRoot({ readOnly: true }) })] });
    expect(found?.check).toBe('controller-writable');
    const without = { controllers: [aController({ root: aRoot({ policyHints: false }) })] };
    expect(troubles(without)).toMatchObject([
      { check: 'policy-hints', state: 'warning', cause: expect.stringContaining('last 5 passwords') },
    ]);
    expect(troubles({ ...without, reading: aReading({ historyLength: 0 }) })).toEqual([]);
  });

  it('of a PDC emulator that is not first, or not named; and nothing while one is silent that may be it', () => {
    const other = aController({
      url: 'ldaps://dc2',
      root: aRoot({ serviceName: 'CN=NTDS Settings,CN=DC2' }),
    });
    expect(troubles({ controllers: [other, aController()] })).toMatchObject([
      { check: 'controller-order', cause: expect.stringContaining('is not the first') },
    ]);
    expect(troubles({ controllers: [other] })).toMatchObject([
      { cause: 'The PDC emulator, DC1, is not among the domain controllers of the settings.' },
    ]);
    const { root: _, ...silent } = aController({ connected: { kind: 'no', because: 'ECONNREFUSED' } });
    expect(troubles({ controllers: [other, silent] }).map(({ check }) => check)).toEqual(['controller-port']);
  });

  it.each([
    ['disabled', "Enable-ADAccount -Identity 'svc-selfservice'"],
    ['account-expired', "Clear-ADAccountExpiration -Identity 'svc-selfservice'"],
    ['password-expired', "Set-ADAccountPassword -Identity 'svc-selfservice'"],
    ['not-now', "-Identity 'svc-selfservice' -Clear logonHours"],
  ] as const)('of an account that is refused as %s: how to mend it', (reason, line) => {
    const [found] = troubles(account({ signIn: { kind: 'refused', reason, said: '' } }));
    expect(found).toMatchObject({
      check: 'self-service-account',
      object: REPAIRER,
      commands: [{ line: expect.stringContaining(line) }],
    });
  });

  it('of an account that is not there, whose secret is empty, or that takes turns and is locked', () => {
    const refused = { kind: 'refused', reason: 'wrong-password', said: '' } as const;
    expect(troubles(account({ signIn: refused, shown: 'nobody' }))[0]?.cause).toContain(
      'no account of that name',
    );
    const unread = { kind: 'no-credential', said: 'the secret is gone' } as const;
    expect(troubles(account({ signIn: unread }))[0]?.cause).toContain('the secret is gone');
    const { signIn: _, ...alternate } = anOwnAccount({
      resting: true,
      shown: aShownAccount({ locked: true }),
    });
    expect(troubles({ accounts: [alternate] })).toMatchObject([
      { check: 'self-service-account', cause: 'It is locked out.' },
    ]);
  });

  it('of a password that expires soon or is old', () => {
    expect(troubles(account({}, { passwordExpiresAt: SEEN_AT + 13 * DAY }))).toMatchObject([
      { state: 'warning', cause: 'Its password expires in 13 days.' },
    ]);
    expect(troubles(account({}, { passwordSetAt: SEEN_AT - 400 * DAY }))).toMatchObject([
      { state: 'warning', cause: 'Its password is 400 days old.' },
    ]);
  });

  it.each([
    ['35', 35, { rotatedEveryDays: 30 }, undefined],
    ['36', 36, { rotatedEveryDays: 30 }, 'Its password is 36 days old'],
    ['36, of every 90', 36, { rotatedEveryDays: 90 }, undefined],
    ['100, of the one that rests', 100, { resting: true }, undefined],
    ['100, and nothing rotates it', 100, {}, undefined],
  ] as const)('of %s days that a password is old: whether rotation has not run', (_, days, facts, cause) => {
    const both = anOwnAccount({ ...facts, shown: aShownAccount({ passwordSetAt: SEEN_AT - days * DAY }) });
    const proxy = { ...both, name: PROXY, role: 'data-proxy' } as const;
    const found = troubles({ accounts: [both, proxy] });
    expect(found.map(({ check, state, cause: told }) => [check, state, told.split(',')[0]])).toEqual(
      cause === undefined
        ? []
        : [
            ['self-service-account', 'warning', cause],
            ['data-proxy-account', 'warning', cause],
          ],
    );
    for (const { remedy } of found) expect(remedy).toContain('RotationFailed');
  });

  it('of a rotated password that expires soon, as nothing renewed it: where to see why', () => {
    const shown = { passwordSetAt: SEEN_AT - 40 * DAY, passwordExpiresAt: SEEN_AT + 2 * DAY };
    expect(troubles(account({ rotatedEveryDays: 30 }, shown))).toMatchObject([
      {
        cause: 'Its password expires in 2 days.',
        remedy: expect.stringContaining('RotationFailed'),
      },
    ]);
  });

  it('of an account in a protected group, in one by way of another, marked as one, and with flags', () => {
    const admins = { sid: sidOf(512), distinguishedName: `CN=Domain Admins,CN=Users,${HEAD}` };
    const named = { sid: sidOf(1888), distinguishedName: `CN=Tier 0,OU=Groups,${HEAD}` };
    const inside = account({}, { groups: [admins, named], memberOf: [admins.distinguishedName] });
    expect(troubles(inside)).toMatchObject([
      {
        check: 'account-privilege',
        state: 'broken',
        cause: expect.stringContaining('CN=Tier 0'),
        commands: [{ line: expect.stringContaining(`-Identity '${admins.distinguishedName}'`) }],
      },
    ]);
    expect(troubles(account({}, { groups: [named] }))[0]?.commands?.[0]?.line).toContain(
      'Get-ADPrincipalGroupMembership',
    );
    expect(troubles(account({}, { adminCount: true }))[0]).toMatchObject({ state: 'warning' });
    expect(troubles(account({}, { flags: ['PASSWD_NOTREQD'] }))[0]?.commands).toMatchObject([
      { line: "Set-ADAccountControl -Identity 'svc-selfservice' -PasswordNotRequired $false" },
    ]);
  });

  it('of what cannot be read of people', () => {
    const [sample] = aReading().samples;
    const samples = sample ? [{ ...sample, missing: ['tokenGroups'] }] : [];
    expect(troubles({ reading: aReading({ samples }) })).toMatchObject([
      { check: 'reading', cause: `Of CORP\\alice ${PROXY} is not shown tokenGroups.` },
    ]);
    // Seen with the other account's eyes, for want of the data proxy account's: nothing is known of those.
    expect(troubles({ reading: aReading({ samples, byDataProxy: false }) })).toEqual([]);
    expect(troubles({ reading: aReading({ missingUnits: ['OU=Gone,DC=corp'] }) })).toMatchObject([
      { check: 'served-unit', object: 'OU=Gone,DC=corp' },
    ]);
    expect(troubles({ trouble: 'the wire was cut' })).toMatchObject([
      { check: 'reading', state: 'broken', cause: expect.stringContaining('the wire was cut') },
    ]);
  });

  it('of a unit below where inheritance is off, of a person who inherits nothing, and of permissions not shown', () => {
    const { units, samples } = aReading();
    const [unit] = units;
    const none = [{ account: REPAIRER, resetPassword: false, unlock: true, mustChange: true }];
    const below = { distinguishedName: `OU=Apart,${STAFF}`, served: STAFF, sealed: true, access: none };
    expect(troubles({ reading: aReading({ units: [...units, below] }) })).toMatchObject([
      {
        check: 'reset-right',
        object: below.distinguishedName,
        cause: expect.stringContaining('switched off'),
      },
    ]);
    const alone = samples.map((sample) => ({ ...sample, sealed: true, access: none }));
    expect(troubles({ reading: aReading({ samples: alone }) })).toMatchObject([
      {
        check: 'reset-right',
        object: 'CORP\\alice',
        commands: [{ line: `dsacls "CN=Alice,${STAFF}" /P:N` }],
      },
    ]);
    const { access: _, ...hidden } = unit ?? below;
    expect(troubles({ reading: aReading({ units: [hidden] }) })).toMatchObject([
      { check: 'reset-right', state: 'warning', cause: expect.stringContaining('not shown') },
    ]);
  });

  const { about: _, ...ofEverything } = aGrant({ powers: ['write'] });
  it.each<[string, Partial<Grant>, string]>([
    ['an attribute it has no use for', { powers: ['write'], about: 'member' }, 'warning'],
    ['what it needs, of other than users', { reaches: 'everything' }, 'warning'],
    ['what it needs, above the served units', { at: HEAD }, 'warning'],
    ['permissions', { powers: ['change-permissions'] }, 'broken'],
    [
      'something with everybody',
      { trustee: { kind: 'everybody', sid: 'S-1-5-11', name: 'x' }, powers: ['delete'] },
      'broken',
    ],
  ])('of a self-service account that may change %s', (_name, changes, state) => {
    expect(troubles(granted(aGrant(), aGrant(changes)))).toMatchObject([{ check: 'rights-too-many', state }]);
  });

  it('of a self-service account that may write every attribute', () => {
    expect(troubles(granted(aGrant(), ofEverything))).toMatchObject([
      {
        state: 'broken',
        cause: expect.stringContaining('may write every attribute on users below'),
        // What it needs and had by that entry alone is given again.
        commands: [
          { shell: 'powershell' },
          { line: expect.stringContaining('lockoutTime') },
          { line: expect.stringContaining('pwdLastSet') },
        ],
      },
    ]);
  });

  it('of a right from a group: the account is to leave it, for others may need the right; what it needs is given again', () => {
    const group = { sid: sidOf(1700), distinguishedName: `CN=Helpers,OU=Groups,${HEAD}` };
    const trustee = { kind: 'group', sid: group.sid, name: 'CORP\\Helpers' } as const;
    const grants = granted(aGrant({ trustee, about: 'member', powers: ['write'] }), aGrant({ trustee }));
    const inside = account({}, { groups: [group], memberOf: [group.distinguishedName] });
    expect(troubles({ ...inside, ...grants })).toMatchObject([
      {
        cause: expect.stringContaining('(as CORP\\Helpers)'),
        commands: [
          {
            line: `Remove-ADGroupMember -Identity '${group.distinguishedName}' -Members 'svc-selfservice' -Confirm:$false`,
          },
          { line: `dsacls "${STAFF}" /I:S /G "${REPAIRER}:CA;Reset Password;user"` },
        ],
      },
    ]);
    expect(troubles({ ...account({}, { groups: [group] }), ...grants })[0]?.commands?.[0]?.line).toContain(
      'Get-ADPrincipalGroupMembership',
    );
  });

  it('of a data proxy account that may do anything at all but read', () => {
    expect(troubles(granted(aGrant({ account: PROXY })))).toMatchObject([
      {
        check: 'rights-too-many',
        cause: expect.stringContaining(`${PROXY} may use the extended right Reset Password`),
      },
    ]);
  });

  it('nothing of what everybody may by default', () => {
    const everybody = { kind: 'everybody', sid: 'S-1-5-11', name: 'Authenticated Users' } as const;
    for (const about of [
      'Unexpire Password',
      'Change Password',
      'Enable Per User Reversibly Encrypted Password',
    ])
      expect(troubles(granted(aGrant({ at: HEAD, trustee: everybody, about, reaches: 'itself' })))).toEqual(
        [],
      );
  });

  it('names the object, the cause and the next step of every trouble', () => {
    const some = [
      troubles({ controllers: [aController({ name: { kind: 'unresolved', because: 'ENOTFOUND' } })] }),
      troubles(granted(aGrant({ powers: ['full-control'] }))),
      troubles({ baseDn: 'DC=other' }),
    ].flat();
    expect(some).toHaveLength(3);
    for (const { object, cause, remedy } of some) {
      expect(object).not.toBe('');
      expect(cause).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
  });
});
