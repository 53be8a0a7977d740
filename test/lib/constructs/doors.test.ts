import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import transitGateway from '../../../config/example-transit-gateway.ts';
import type { Door } from '../../../lambdas/doors.ts';
import type { Settings } from '../../../lib/settings.ts';
import { synthesized } from '../synthesized.ts';

const DOORS: readonly Door[] = ['portal', 'administration'];
type Synthesized = ReturnType<typeof synthesized>;
const { hostedZone: _, ...byHand } = transitGateway.portal.customDomain ?? { name: '', certificateArn: '' };
const withDoors = (
  portal: Partial<Settings['portal']>,
  administration: Partial<Settings['administration']>,
) =>
  synthesized({
    ...example,
    portal: { ...example.portal, ...portal },
    administration: { ...example.administration, ...administration },
  });

const it = synthesized();
const named = synthesized(transitGateway);
const inside = withDoors(
  { door: 'private', allowList: ['10.20.0.0/16', '10.30.0.0/16'], customDomain: byHand },
  { door: 'private', allowList: ['10.20.7.0/24'] },
);
const present = withDoors(
  { door: { endpointId: 'vpce-0123456789abcdef0' }, allowList: ['10.20.0.0/16'] },
  {},
);
const open = withDoors({ allowList: 'any' }, {});

/** What functions are told of where they are: origin, path, whether it is a name of one's own. */
const siteOf = (made: Synthesized, construct: string) => {
  const [found] = made.all('service', 'AWS::Lambda::Function').filter(({ id }) => id.startsWith(construct));
  const { Variables } = found?.Properties['Environment'] as { Variables: Record<string, unknown> };
  return ['LATCHKEY_ORIGIN', 'LATCHKEY_BASE_PATH', 'LATCHKEY_CUSTOM_DOMAIN'].map((key) =>
    key in Variables ? made.text(Variables[key]) : '',
  );
};

interface Caller {
  readonly from: string;
  readonly endpoint?: string;
}
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** Whether a caller on such a network gets in, as AWS decides it: a denial beats all, and somebody must allow it. */
function getsIn(made: Synthesized, door: Door, caller: Caller): boolean {
  const { Statement } = made.one(door, 'AWS::ApiGateway::RestApi').Properties['Policy'] as {
    Statement: { Effect: string; Condition?: Conditions }[];
  };
  const holds = (kind: string, key: string, expected: unknown): boolean => {
    const there = key === 'aws:SourceVpce' ? caller.endpoint : caller.from;
    // aws:SourceIp is there only without an endpoint, aws:VpcSourceIp only with one.
    const known =
      key === 'aws:SourceIp' ? !caller.endpoint : key === 'aws:VpcSourceIp' ? !!caller.endpoint : true;
    const within = known && there !== undefined && [expected].flat().map(made.text).includes(there);
    return kind.startsWith('Not') || kind.endsWith('NotEquals') ? !within : within;
  };
  const effects = Statement.filter(({ Condition = {} }) =>
    Object.entries(Condition).every(([kind, keys]) =>
      Object.entries(keys).every(([key, expected]) => holds(kind, key, expected)),
    ),
  ).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

describe('who may come in', () => {
  const [office = '', home = ''] = example.portal.allowList;
  const [desk = ''] = example.administration.allowList;

  test('people through their door from their list, administrators through theirs, and nobody else', () => {
    const through = (from: string) => DOORS.filter((door) => getsIn(it, door, { from }));
    expect([office, home, desk, '192.0.2.1/32'].map(through)).toEqual([
      ['portal'],
      ['portal'],
      ['administration'],
      [],
    ]);
  });

  test("'any' opens the door it is said of, and not the other", () => {
    expect(DOORS.filter((door) => getsIn(open, door, { from: '192.0.2.1/32' }))).toEqual(['portal']);
  });

  test('a private door lets in its list, through its endpoint only', () => {
    const endpoint = '<DoorEndpointExecuteApi>';
    expect(getsIn(inside, 'portal', { from: '10.20.0.0/16', endpoint })).toBe(true);
    expect(getsIn(inside, 'portal', { from: '10.20.0.0/16' })).toBe(false);
    expect(getsIn(inside, 'portal', { from: '10.20.0.0/16', endpoint: 'vpce-of-somebody-else' })).toBe(false);
    expect(getsIn(inside, 'portal', { from: '10.40.0.0/16', endpoint })).toBe(false);
    expect(getsIn(inside, 'administration', { from: '10.30.0.0/16', endpoint })).toBe(false);
    expect(getsIn(present, 'portal', { from: '10.20.0.0/16', endpoint: 'vpce-0123456789abcdef0' })).toBe(
      true,
    );
  });
});

describe('a private door', () => {
  const endpoints = (made: Synthesized) =>
    made
      .all('network', 'AWS::EC2::VPCEndpoint')
      .filter(({ Properties }) => made.text(Properties['ServiceName']).endsWith('.execute-api'));

  test('shares one endpoint with the other, which leads to the APIs of this account only', () => {
    const [endpoint, ...more] = endpoints(inside);
    expect(more).toEqual([]);
    // Private DNS would take every other API away from the VPC.
    expect(endpoint?.Properties['PrivateDnsEnabled']).toBe(false);
    const { Statement } = endpoint?.Properties['PolicyDocument'] as {
      Statement: { Action: unknown; Resource: unknown }[];
    };
    expect(Statement.map(({ Action, Resource }) => [Action, inside.text(Resource)])).toEqual([
      ['execute-api:Invoke', 'arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:*'],
    ]);
  });

  test('has an endpoint that is open on port 443 to the two lists, and to nothing else', () => {
    const group = inside.one('network', 'AWS::EC2::SecurityGroup', 'DoorEndpoint');
    const rules = group.Properties['SecurityGroupIngress'] as {
      CidrIp: string;
      FromPort: number;
      ToPort: number;
    }[];
    expect(rules.map(({ CidrIp, FromPort, ToPort }) => [CidrIp, FromPort, ToPort])).toEqual([
      ['10.20.0.0/16', 443, 443],
      ['10.30.0.0/16', 443, 443],
      ['10.20.7.0/24', 443, 443],
    ]);
  });

  test('is joined to the endpoint, and has an address that needs no private DNS', () => {
    const rest = inside.one('administration', 'AWS::ApiGateway::RestApi');
    const { Types, VpcEndpointIds } = rest.Properties['EndpointConfiguration'] as Record<string, unknown[]>;
    expect([Types, VpcEndpointIds?.map(inside.text)]).toEqual([['PRIVATE'], ['<DoorEndpointExecuteApi>']]);
    expect(siteOf(inside, 'AdminFunction')).toEqual([
      'https://<ApiRest>-<DoorEndpointExecuteApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>',
      '/prod',
      'no',
    ]);
  });

  test('may have a name of its own, which only its endpoint is joined to', () => {
    const domain = inside.one('portal', 'AWS::ApiGateway::DomainNameV2').Properties;
    expect(domain).toMatchObject({ DomainName: byHand.name, EndpointConfiguration: { Types: ['PRIVATE'] } });
    expect(JSON.stringify(domain['Policy'])).toContain('aws:SourceVpce');
    const { Properties } = inside.one('portal', 'AWS::ApiGateway::DomainNameAccessAssociation');
    expect(inside.text(Properties['AccessAssociationSource'])).toBe('<DoorEndpointExecuteApi>');
    expect(siteOf(inside, 'PortalFunction')).toEqual([`https://${byHand.name}`, '', 'yes']);
  });

  test('goes by an endpoint that is there already, and none is made then', () => {
    expect(endpoints(present)).toEqual([]);
    expect(endpoints(it)).toEqual([]);
    const rest = present.one('portal', 'AWS::ApiGateway::RestApi');
    expect(rest.Properties['EndpointConfiguration']).toEqual({
      Types: ['PRIVATE'],
      VpcEndpointIds: ['vpce-0123456789abcdef0'],
    });
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
      const { Variables } = found?.Properties['Environment'] as { Variables: Record<string, unknown> };
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
