import { describe, expect, test } from 'vitest';
import { obstacles } from '../obstacles.ts';
import { BY_HAND, getsIn, inside, isDenied, present, siteOf, withDoors } from '../some-doors.ts';
import { synthesized } from '../synthesized.ts';

type Synthesized = ReturnType<typeof synthesized>;
const it = synthesized();

describe('a private door', () => {
  const endpoints = (made: Synthesized) =>
    made
      .all('network', 'AWS::EC2::VPCEndpoint')
      .filter(({ Properties }) => made.text(Properties['ServiceName']).endsWith('.execute-api'));

  test('lets in its list, through its endpoint only', () => {
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

  test('denies everybody else outright, so that no other statement can let them in', () => {
    const endpoint = '<DoorEndpointExecuteApi>';
    expect(isDenied(inside, 'portal', { from: '10.20.0.0/16', endpoint })).toBe(false);
    expect(isDenied(inside, 'portal', { from: '10.40.0.0/16', endpoint })).toBe(true);
    const everywhere = withDoors({ door: 'private', allowList: 'any' }, {});
    expect(isDenied(everywhere, 'portal', { from: '10.20.0.0/16', endpoint })).toBe(false);
    expect(isDenied(everywhere, 'portal', { from: '10.20.0.0/16', endpoint: 'vpce-of-another' })).toBe(true);
    expect(isDenied(it, 'portal', { from: '192.0.2.1/32' })).toBe(true);
  });

  test('keeps the stacks in their order: whatever is named is there', () => {
    expect([inside, present].flatMap(({ templates }) => obstacles(templates))).toEqual([]);
  });

  test('shares one endpoint with the other, which leads to the APIs of this account only', () => {
    const [endpoint, ...more] = endpoints(inside);
    expect(more).toEqual([]);
    // Private DNS would take every other API away from the VPC.
    expect(endpoint?.Properties['PrivateDnsEnabled']).toBe(false);
    const { Statement = [] } = (endpoint?.Properties['PolicyDocument'] ?? {}) as {
      Statement?: { Action: unknown; Resource: unknown }[];
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
    expect(domain).toMatchObject({ DomainName: BY_HAND.name, EndpointConfiguration: { Types: ['PRIVATE'] } });
    expect(JSON.stringify(domain['Policy'])).toContain('aws:SourceVpce');
    const { Properties } = inside.one('portal', 'AWS::ApiGateway::DomainNameAccessAssociation');
    expect(inside.text(Properties['AccessAssociationSource'])).toBe('<DoorEndpointExecuteApi>');
    expect(siteOf(inside, 'PortalFunction')).toEqual([`https://${BY_HAND.name}`, '', 'yes']);
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
