import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import transitGateway from '../../../config/example-transit-gateway.ts';
import { type Door, EVERY_DOOR } from '../../../lambdas/doors.ts';
import { type Environment, getsIn, inside, open, siteOf } from '../some-doors.ts';
import { synthesized } from '../synthesized.ts';

type Synthesized = ReturnType<typeof synthesized>;
const it = synthesized();
const named = synthesized(transitGateway);

describe('who may come in', () => {
  const [office = '', home = ''] = example.portal.allowList;
  const [desk = ''] = example.administration.allowList;

  test('people through their door from their list, administrators through theirs, and nobody else', () => {
    const through = (from: string) => EVERY_DOOR.filter((door) => getsIn(it, door, { from }));
    expect([office, home, desk, '192.0.2.1/32'].map(through)).toEqual([
      ['portal'],
      ['portal'],
      ['administration'],
      [],
    ]);
  });

  test("'any' opens the door it is said of, and not the other", () => {
    expect(EVERY_DOOR.filter((door) => getsIn(open, door, { from: '192.0.2.1/32' }))).toEqual(['portal']);
  });
});

describe('where a door is', () => {
  test('its functions are told: the portal’s at one address, administrators’ at another, letters lead to the portal', () => {
    const own = 'https://<ApiRest>.execute-api.<AWS::Region>.<AWS::URLSuffix>';
    expect(siteOf(it, 'VerifyFunction')).toEqual([own, '/prod', 'no']);
    expect(siteOf(it, 'AdminFunction')).toEqual([own, '/prod', 'no']);
    const origins = (['portal', 'administration', 'background'] as const).map((part) => {
      const [found] = it
        .all(part, 'AWS::Lambda::Function')
        .filter(({ id }) => /^(Verify|Admin|OutboxSender)Function/.test(id));
      const { Variables = {} } = (found?.Properties['Environment'] ?? {}) as Environment;
      return JSON.stringify(Variables['LATCHKEY_ORIGIN']);
    });
    // The two APIs are in stacks of their own, so each names its own; the sender imports the portal's.
    expect(origins[2]).toContain('Latchkey-Example-Portal:ExportsOutputRefApiRest');
    expect([origins[0], origins[1]].join()).not.toContain('ImportValue');
  });

  test('is told to whoever deploys it', () => {
    const outputs = (part: Door) => {
      const { Outputs } = it.templates[part].toJSON() as { Outputs: Record<string, { Value: unknown }> };
      return Object.fromEntries(Object.entries(Outputs).map(([id, { Value }]) => [id, it.text(Value)]));
    };
    expect(outputs('portal')['PortalUrl']).toMatch(/^https:.+\/prod\/$/);
    expect(outputs('administration')['ConsoleUrl']).toMatch(/^https:.+\/prod\/console$/);
  });

  test('a name of one’s own is at its root, and the default address is off', () => {
    expect(named.one('portal', 'AWS::ApiGateway::DomainName').Properties).toMatchObject({
      DomainName: 'reset.example.com',
    });
    const mapping = named.one('portal', 'AWS::ApiGateway::BasePathMapping');
    expect(mapping.Properties).not.toHaveProperty('BasePath');
    const off = (made: Synthesized) =>
      made.one('portal', 'AWS::ApiGateway::RestApi').Properties['DisableExecuteApiEndpoint'];
    expect([off(named), off(inside), off(it)]).toEqual([true, true, false]);
    expect(siteOf(named, 'PortalFunction')).toEqual(['https://reset.example.com', '', 'yes']);
    expect(siteOf(named, 'OutboxSenderFunction').slice(0, 2)).toEqual(['https://reset.example.com', '']);
  });

  test('TLS is 1.3, or 1.2 with forward secrecy, at every address, and for the host that was named', () => {
    const strict = {
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
    };
    const addresses = [it, named, inside].flatMap((made) =>
      ['RestApi', 'DomainName', 'DomainNameV2'].flatMap((type) =>
        made.all('service', `AWS::ApiGateway::${type}`),
      ),
    );
    expect(addresses.length).toBeGreaterThan(7);
    for (const { Properties } of addresses) expect(Properties).toMatchObject(strict);
  });
});
