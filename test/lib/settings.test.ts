import { describe, expect, test } from 'vitest';
import { deployedConfiguration } from '../../domain/policy/deployed-configuration.ts';
import { defineConfig, type SettingsInput } from '../../lib/settings.ts';
import { deployedPolicy, policyWarnings } from '../../lib/deployed-policy.ts';
import { CORP, RIGHT } from './right-settings.ts';

type DomainInput = SettingsInput['domains'][number];
const portal = (allowList: 'any' | readonly string[]) => ({ ...RIGHT, portal: { allowList } });
const domain = (changes: Partial<DomainInput>) => ({ ...RIGHT, domains: [{ ...CORP, ...changes }] });

describe('the allow-list of addresses', () => {
  test('an empty one is refused, and the refusal says what to write', () => {
    expect(() => defineConfig(portal([]))).toThrow(
      "portal.allowList: is empty, so nobody could use the portal: give the networks people come from in CIDR notation, or the word 'any'",
    );
  });

  test.each(['0.0.0.0/0', '::/0', '0.0.0.0/1', '10.0.0.0/7'])(
    '%s in the list is refused: everybody must be said',
    (entry) => {
      expect(() => defineConfig(portal(['198.51.100.0/24', entry]))).toThrow(
        `portal.allowList[1]: "${entry}" lets in more than a list should: narrow it, or write allowList: 'any' when everybody is meant`,
      );
    },
  );

  test.each(['198.51.100.7', '198.51.100.0/33', 'office', 'any'])('"%s" is not a network', (entry) => {
    expect(() => defineConfig(portal([entry]))).toThrow(
      `portal.allowList[0]: "${entry}" is not a network: give it in CIDR notation`,
    );
  });

  test('administrators have one of their own, which must be said too', () => {
    const { administration: _left, ...without } = RIGHT;
    expect(() => defineConfig(without as SettingsInput)).toThrow('administration: ');
    expect(() => defineConfig({ ...RIGHT, administration: { allowList: [] } })).toThrow(
      "administration.allowList: is empty, so nobody could use the console: give the networks administrators come from in CIDR notation, or the word 'any'",
    );
    expect(defineConfig({ ...RIGHT, administration: { allowList: 'any' } }).administration.allowList).toBe(
      'any',
    );
  });

  test('everybody is let in by the word, and networks of both families by themselves', () => {
    expect(defineConfig(portal('any')).portal.allowList).toBe('any');
    expect(defineConfig(portal(['198.51.100.7/32', '2001:db8::/32'])).portal.allowList).toHaveLength(2);
  });
});

describe('mistakes in the settings', () => {
  test('all are told at once, each with its place and what to write', () => {
    const wrong = {
      ...RIGHT,
      name: 'my test',
      organization: { helpDeskPhone: '1' },
      mail: { from: 'IT <reset@example.com>' },
      colour: 'blue',
    } as unknown as SettingsInput;
    expect(() => defineConfig(wrong)).toThrow(
      /^The settings have 4 mistakes:\n {2}name: "my test" will not do: give a short name.+\n {2}organization\.name: is missing: give the name.+\n {2}mail\.from: .+SES.+\n {2}colour: is no setting: check how it is written and where it stands, or remove it$/,
    );
  });

  test('a domain controller without TLS, by its address, or twice is refused', () => {
    for (const url of ['ldap://dc1.corp.example.com', 'ldaps://10.20.0.11'])
      expect(() => defineConfig(domain({ domainControllers: [{ url, address: '10.20.0.11' }] }))).toThrow(
        /domainControllers\[0\]\.url: .*give ldaps:\/\/ and the name in the certificate/,
      );
    const one = { url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' };
    expect(() => defineConfig(domain({ domainControllers: [one, one] }))).toThrow(/listed twice/);
  });

  test('a domain controller outside the networks on premises is refused, as no route leads there', () => {
    expect(() =>
      defineConfig(
        domain({ domainControllers: [{ url: 'ldaps://dc1.corp.example.com', address: '10.30.0.1' }] }),
      ),
    ).toThrow('domains[0].domainControllers[0].address: 10.30.0.1 is in none of network.onPremisesCidrs');
  });

  test('a network on premises that overlaps the VPC is refused', () => {
    const network = { ...RIGHT.network, onPremisesCidrs: ['10.20.0.0/16', '10.0.0.0/8'] };
    expect(() => defineConfig({ ...RIGHT, network })).toThrow(
      "network.onPremisesCidrs[1]: 10.0.0.0/8 overlaps the VPC's 10.90.0.0/24",
    );
  });

  test('an OU of another domain is refused', () => {
    expect(() => defineConfig(domain({ bases: ['OU=People,DC=other,DC=com'] }))).toThrow(
      'domains[0].bases[0]: "OU=People,DC=other,DC=com" is not below "DC=corp,DC=example,DC=com"',
    );
  });

  test('a CA file that is missing or holds no certificate is refused', () => {
    expect(() => defineConfig(domain({ caFile: 'nowhere.pem' }))).toThrow(/caFile: .+ cannot be used/);
    expect(() => defineConfig(domain({ caFile: 'package.json' }))).toThrow(/holds no certificate/);
  });

  test('one account twice is refused, be it for both powers or as its own alternate', () => {
    const accounts = { dataProxy: { username: 'svc' }, selfService: { username: 'SVC' } };
    expect(() => defineConfig(domain({ accounts }))).toThrow(
      'domains[0].accounts.selfService.username: SVC is accounts.dataProxy.username too',
    );
    const itself = {
      dataProxy: { username: 'reader' },
      selfService: { username: 'setter', alternate: 'setter' },
    };
    expect(() => defineConfig(domain({ accounts: itself }))).toThrow(
      'domains[0].accounts.selfService.alternate: setter is accounts.selfService.username too',
    );
  });

  test('a policy that asks for nothing is refused', () => {
    const policy = { actions: { reset: { policy: { required: [] } } } };
    expect(() => defineConfig({ ...RIGHT, policy })).toThrow('policy.actions.reset.policy: asks for nothing');
  });

  describe('a policy of version 0', () => {
    const asking = (policy: object, more: object = {}) =>
      ({ ...RIGHT, policy: { actions: { unlock: { policy } }, ...more } }) as SettingsInput;

    test('lets answers alone suffice only with the risk accepted in writing, which stands in version 0', () => {
      const alone = { required: ['security-answers'] };
      expect(() => defineConfig(asking(alone))).toThrow(
        'policy.actions.unlock.policy: lets security answers alone unlock: ask for a code as well, or accept that in policy.acceptedRisks',
      );
      const accepted = (reason: string) => ({ acceptedRisks: [{ risk: 'answers-alone', reason }] });
      expect(() => defineConfig(asking(alone, accepted('Because.')))).toThrow(
        'policy.acceptedRisks[0].reason: "Because." will not do: give who decided it and why',
      );
      const reason = 'The board, 3 March 2026.';
      const settings = defineConfig(asking(alone, accepted(reason)));
      expect(deployedConfiguration(deployedPolicy(settings)).document.userConfigurations[0]).toMatchObject({
        acceptedRisks: [{ risk: 'answers-alone', reason }],
      });
      const either = { required: [], optional: ['security-answers', 'email-code'], minimumOptional: 1 };
      expect(() => defineConfig(asking(either))).toThrow('lets security answers alone unlock');
    });

    test('asks for no method that is off as deployed, unless there are others enough', () => {
      expect(() => defineConfig(asking({ required: ['passkey'] }))).toThrow(
        'policy.actions.unlock.policy: asks for passkey, which is off as deployed',
      );
      const choice = (minimumOptional: number) =>
        asking({ required: ['email-code'], optional: ['security-answers', 'passkey'], minimumOptional });
      expect(() => defineConfig(choice(2))).toThrow('asks for passkey, which is off');
      expect(() => defineConfig(choice(1))).not.toThrow();
    });
  });

  test('what the deployment is joined to reaches its policy by name alone', () => {
    const outside = {
      identityProvider: { issuer: 'https://id.example.com/tenant', clientId: 'latchkey' },
      externalResponses: { url: 'https://check.example.com/answers', secretName: 'latchkey/check' },
    };
    const { outside: told } = deployedPolicy(defineConfig({ ...RIGHT, outside }));
    expect(told).toMatchObject({
      identityProvider: 'https://id.example.com/tenant',
      externalResponses: 'check.example.com',
    });
    expect(JSON.stringify(told)).not.toContain('latchkey');
  });
});

describe('the first administrators', () => {
  const administrators = (given: unknown) => ({ ...RIGHT, administrators: given }) as SettingsInput;

  test('must be said, as at least one group, with what to write', () => {
    expect(() => defineConfig(administrators(undefined))).toThrow(
      'administrators: is missing: give at least one group, as { name, sid }',
    );
    expect(() => defineConfig(administrators([]))).toThrow(
      'administrators: is empty, so nobody could administer: give at least one group, as { name, sid }',
    );
  });

  test('are a name and a SID; the domain may not be left out of the name, nor the SID be a name', () => {
    const wrong = [{ name: 'Latchkey Administrators', sid: 'CORP\\Latchkey Administrators' }];
    expect(() => defineConfig(administrators(wrong))).toThrow(
      /administrators\[0\]\.name: .+ such as CORP.+\n.+administrators\[0\]\.sid: .+ give the SID of the group/,
    );
  });

  test.each(['S-1-5-21-1-2-3-513', 'S-1-5-32-545'])('are not everybody: %s', (sid) => {
    expect(() => defineConfig(administrators([{ name: 'CORP\\Domain Users', sid }]))).toThrow(
      'administrators[0].sid: is a group of everybody',
    );
  });

  test('are told to the functions', () => {
    expect(deployedPolicy(defineConfig(RIGHT)).administrators).toEqual(RIGHT.administrators);
  });
});

describe('the languages of a deployment', () => {
  const document = (languages?: SettingsInput['languages']) =>
    deployedConfiguration(deployedPolicy(defineConfig({ ...RIGHT, ...(languages && { languages }) })))
      .document;

  test('are all that come with the product and English as the default, unless said otherwise', () => {
    expect(document().languages).toEqual({ default: 'en', offered: ['en', 'fr', 'ja', 'es', 'zh-CN', 'de'] });
    expect(document({ default: 'de', offered: ['de', 'fr'] }).languages).toEqual({
      default: 'de',
      offered: ['de', 'fr'],
    });
  });

  test('one that there is not is refused with those there are, and so is a default that is not offered', () => {
    const languages = { default: 'en', offered: ['en', 'jp'] } as unknown as SettingsInput['languages'];
    expect(() => defineConfig({ ...RIGHT, languages })).toThrow(
      'languages.offered[1]: "jp" will not do: give one of en, fr, ja, es, zh-CN, de',
    );
    expect(() => defineConfig({ ...RIGHT, languages: { default: 'en', offered: ['fr'] } })).toThrow(
      'languages.offered: leaves out the default language: add it',
    );
  });
});

describe('the policy of a deployment', () => {
  test('the defaults are nothing to warn of, but for the questions', () => {
    expect(policyWarnings(defineConfig(RIGHT))).toEqual([
      expect.stringMatching(/^In "Everyone", nobody can unlock or reset without security answers\./),
    ]);
  });

  test("codes to the directory's mail attribute are warned of", () => {
    const policy = { emailCode: { addresses: 'confirmed-or-directory' } } as const;
    expect(policyWarnings(defineConfig({ ...RIGHT, policy })).join()).toContain('mail attribute');
  });
});
