import { describe, expect, test } from 'vitest';
import existingVpc from '../../config/example-existing-vpc.ts';
import { canarySources, canaryWarnings, deployedCanary } from '../../lib/deployed-canary.ts';
import { defineConfig, type SettingsInput } from '../../lib/settings.ts';
import { mistakesOf } from './mistakes-of.ts';
import { RIGHT, TUNNEL } from './right-settings.ts';
import { synthesized } from './synthesized.ts';

const NAT: SettingsInput['network'] = { ...TUNNEL, nat: true };
const given = (changes: Partial<SettingsInput>): SettingsInput => ({ ...RIGHT, ...changes });
const wrongWith = (changes: Partial<SettingsInput>): readonly string[] => mistakesOf(given(changes));
const inside = { username: 'latchkey-canary', from: 'network' } as const;
const outside = { username: 'latchkey-canary', from: 'outside' } as const;

describe('the settings of the canary', () => {
  test('left out, a synth says that nobody looks at the door; said to be off, it is quiet', () => {
    expect(canaryWarnings(defineConfig(given({})))).toEqual([expect.stringContaining("write canary: 'off'")]);
    expect(canaryWarnings(defineConfig(given({ canary: 'off' })))).toEqual([]);
    expect(canaryWarnings(defineConfig(given({ canary: inside, network: NAT })))).toEqual([]);
  });

  test('from the network it needs a way out of a new VPC, or a private door', () => {
    expect(wrongWith({ canary: inside })).toEqual([
      expect.stringContaining(
        "canary.from: 'network' has no way from a new VPC to a portal on the internet: write network.nat: true",
      ),
    ]);
    expect(wrongWith({ canary: inside, network: NAT })).toEqual([]);
    const portal = { door: 'private', allowList: ['10.20.0.0/16'] } as const;
    expect(wrongWith({ canary: inside, portal })).toEqual([]);
  });

  test('from a NAT gateway that others may use a synth warns, where a list lets it in, until it is said that nobody does', () => {
    const network = { ...existingVpc.network, natAddresses: ['203.0.113.200'] };
    const warned = (more: Partial<SettingsInput>) =>
      canaryWarnings(defineConfig(given({ canary: inside, network, ...more })));
    expect(warned({})).toEqual([expect.stringContaining('so does everybody else behind those NAT gateways')]);
    expect(warned({ canary: { ...inside, ownAddress: true } })).toEqual([]);
    // These let it in by themselves.
    expect(warned({ portal: { allowList: 'any' } })).toEqual([]);
    expect(warned({ portal: { allowList: ['203.0.113.0/24'] } })).toEqual([]);
    expect(warned({ portal: { door: 'private', allowList: ['10.0.0.0/8'] } })).toEqual([]);
  });

  test('from outside it would be turned away by a list, and by a private door', () => {
    expect(wrongWith({ canary: outside })).toEqual([
      expect.stringContaining("canary.from: 'outside' has no address of its own"),
    ]);
    expect(wrongWith({ canary: outside, portal: { allowList: 'any' } })).toEqual([]);
    const portal = { door: 'private', allowList: ['10.20.0.0/16'] } as const;
    expect(wrongWith({ canary: outside, portal })).toEqual([
      expect.stringContaining('canary.from: the door of the portal is private'),
    ]);
  });

  test('it is in a domain of ours, and none of our own accounts', () => {
    const network = NAT;
    expect(wrongWith({ network, canary: { ...inside, domain: 'ELSE' } })).toEqual([
      expect.stringContaining('canary.domain: is none of the domains'),
    ]);
    expect(wrongWith({ network, canary: { ...inside, username: 'SETTER' } })).toEqual([
      expect.stringContaining('canary.username: SETTER is one of our own accounts'),
    ]);
    expect(wrongWith({ network, canary: { ...inside, username: 'a@b' } })).toEqual([
      expect.stringContaining('canary.username: "a@b" will not do'),
    ]);
  });

  test('what it is told: whom it is, where its secret is, and whether it can lock itself', () => {
    const settings = defineConfig(given({ canary: inside, network: NAT }));
    expect(JSON.parse(deployedCanary(settings, 'arn:secret'))).toEqual({
      domain: 'CORP',
      username: 'latchkey-canary',
      typed: 'CORP\\latchkey-canary',
      secretId: 'arn:secret',
      locks: true,
    });
    const open = defineConfig(given({ canary: outside, portal: { allowList: 'any' } }));
    expect(JSON.parse(deployedCanary(open, 'arn:secret'))).toMatchObject({ locks: false });
    expect(deployedCanary(defineConfig(given({ canary: 'off' })), undefined)).toBe('none');
  });

  test('it types a name of a form that is on, and where none is the settings are refused', () => {
    const typing = (claims: NonNullable<NonNullable<SettingsInput['policy']>['claims']>) =>
      given({ canary: inside, network: NAT, policy: { claims } });
    const typed = (settings: SettingsInput): unknown =>
      (JSON.parse(deployedCanary(defineConfig(settings), 'arn:secret')) as { typed: unknown }).typed;
    expect(typed(typing({ domainName: false }))).toBe('latchkey-canary@corp.example.com');
    expect(typed(typing({ domainName: false, principalName: false }))).toBe('latchkey-canary');
    const { policy = {} } = typing({ domainName: false, principalName: false, bareName: false, mail: true });
    expect(wrongWith({ canary: inside, network: NAT, policy })).toEqual([
      expect.stringContaining('canary.username: could not say who it is'),
    ]);
  });

  test('a list lets it in from where it comes, and nobody else', () => {
    const settings = defineConfig(given({ canary: inside, network: NAT }));
    expect(canarySources(settings, ['203.0.113.200'])).toEqual(['203.0.113.200/32']);
    const portal = { door: 'private', allowList: ['10.20.0.0/16'] } as const;
    expect(canarySources(defineConfig(given({ canary: inside, portal })), [])).toEqual(['10.90.0.0/24']);
    const open = defineConfig(given({ canary: outside, portal: { allowList: 'any' }, network: NAT }));
    expect(canarySources(open, ['203.0.113.200'])).toEqual([]);
  });
});

describe('what is made for the canary', () => {
  const inNetwork = synthesized(defineConfig(given({ canary: inside, network: NAT })));
  const resources = (type: string, id: string) =>
    inNetwork.all('background', type).filter((resource) => resource.id.startsWith(id));

  test('it is woken every hour, and only where there is one', () => {
    const [rule] = resources('AWS::Events::Rule', 'WakeUpsCanary');
    expect(rule?.Properties).toMatchObject({ ScheduleExpression: 'rate(1 hour)' });
    const open = synthesized(defineConfig(given({ canary: outside, portal: { allowList: 'any' } })));
    const functionOf = (it: typeof open) =>
      it.all('background', 'AWS::Lambda::Function').find(({ id }) => id.startsWith('Canary'))?.Properties;
    expect(functionOf(inNetwork)).toHaveProperty('VpcConfig');
    expect(functionOf(open)).not.toHaveProperty('VpcConfig');
    expect(functionOf(open)).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 180 });
  });

  test('the portal, and not the console, lets in the address of its NAT gateway beside the list', () => {
    const listOf = (part: 'portal' | 'administration') =>
      JSON.stringify(inNetwork.one(part, 'AWS::ApiGateway::RestApi').Properties['Policy']);
    expect(listOf('portal')).toMatch(/Web\w*Address/);
    expect(listOf('administration')).not.toMatch(/Web\w*Address/);
  });

  test('nobody but the canary reads its secret, and it outlives every stack', () => {
    const [secret] = inNetwork
      .all('state', 'AWS::SecretsManager::Secret')
      .filter(({ id }) => id.startsWith('Canary'));
    expect(secret).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    const [policy] = inNetwork
      .all('state', 'AWS::SecretsManager::ResourcePolicy')
      .filter(({ id }) => id.startsWith('Canary'));
    expect(inNetwork.text(policy?.Properties['ResourcePolicy'])).toMatch(
      /ArnNotLike.*role\/latchkey\/test\/canary\/\*.*"Effect":"Deny"/,
    );
  });
});
