import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import existingVpc from '../../../config/example-existing-vpc.ts';
import transitGateway from '../../../config/example-transit-gateway.ts';
import { ROUTE_KEYS, routeSpec } from '../../../lambdas/api.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
type Synthesized = ReturnType<typeof synthesized>;

function pathOf(id: string): string {
  const { ParentId, PathPart } = it.one('service', 'AWS::ApiGateway::Resource', id).Properties as {
    ParentId: { Ref?: string };
    PathPart: string;
  };
  return `${ParentId.Ref === undefined ? '' : pathOf(ParentId.Ref)}/${PathPart}`;
}

const methods = it.all('service', 'AWS::ApiGateway::Method').map(({ Properties }) => {
  const { ResourceId, HttpMethod, Integration } = Properties as {
    ResourceId: { Ref?: string };
    HttpMethod: string;
    Integration: { Uri: unknown; Type: string };
  };
  const path = ResourceId.Ref === undefined ? '/' : pathOf(ResourceId.Ref);
  const owner = /<(\w+?)Function\.Arn>/.exec(it.text(Integration.Uri))?.[1]?.toLowerCase();
  return { key: `${HttpMethod} ${path}`, owner, type: Integration.Type };
});
type Lists = Readonly<Record<'IpAddress' | 'NotIpAddress', { 'aws:SourceIp': string[] } | undefined>>;
const policyOf = (made: Synthesized) =>
  made.one('service', 'AWS::ApiGateway::RestApi').Properties['Policy'] as {
    Statement: { Effect: string; Action: string; Resource: string | string[]; Condition?: Lists }[];
  };

describe('the routes of the REST API', () => {
  test('are those of api.ts: each once, and no other', () => {
    expect(methods.map(({ key }) => key).toSorted()).toEqual([...ROUTE_KEYS].toSorted());
  });

  test.each(ROUTE_KEYS)('%s is answered by the function that owns it', (key) => {
    const method = methods.find((made) => made.key === key);
    expect([method?.owner, method?.type]).toEqual([routeSpec(key).by, 'AWS_PROXY']);
  });

  test('leave room below the 300 resources that AWS allows an API before it is asked for more', () => {
    // docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
    expect(it.all('service', 'AWS::ApiGateway::Resource').length).toBeLessThan(200);
  });

  test('API Gateway may call the functions that answer requests, for this API only', () => {
    const sources = it
      .all('service', 'AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(({ Properties }) => it.text(Properties['SourceArn']));
    expect(sources).toHaveLength(new Set(ROUTE_KEYS.map((key) => routeSpec(key).by)).size);
    for (const source of sources)
      expect(source).toMatch(/execute-api:<AWS::Region>:<AWS::AccountId>:<ApiRest>\//);
  });
});

describe('who may call the API', () => {
  const office = '198.51.100.0/24';
  const desk = '203.0.113.8/29';
  /** Whether a request from a network on just these lists gets through, as AWS decides it: a denial beats all, and somebody must allow it. */
  const getsThrough = (made: Synthesized, path: string, on: readonly string[]): boolean => {
    const speakOfIt = policyOf(made).Statement.filter(
      ({ Resource, Condition }) =>
        [Resource].flat().some((pattern) => matches(pattern, path)) &&
        (!Condition?.IpAddress || Condition.IpAddress['aws:SourceIp'].some((one) => on.includes(one))) &&
        (!Condition?.NotIpAddress || !Condition.NotIpAddress['aws:SourceIp'].some((one) => on.includes(one))),
    );
    const effects = speakOfIt.map(({ Effect }) => Effect);
    return effects.includes('Allow') && !effects.includes('Deny');
  };
  const listed = (people: 'any' | readonly string[], administrators: 'any' | readonly string[]) =>
    synthesized({
      ...example,
      portal: { ...example.portal, allowList: people },
      administration: { allowList: administrators },
    });
  const PEOPLES = ['execute-api:/prod/GET/', 'execute-api:/prod/POST/api/recovery'];
  const ADMINISTRATORS = [
    'execute-api:/prod/GET/console',
    'execute-api:/prod/GET/console/index-x.js',
    'execute-api:/prod/POST/api/admin/session',
    'execute-api:/prod/GET/api/admin/configuration/versions/3',
  ];
  const reached = (made: Synthesized, paths: readonly string[], on: readonly string[]) =>
    paths.filter((path) => getsThrough(made, path, on));

  test('people from their list, administrators from theirs, and nobody else', () => {
    const made = listed([office], [desk]);
    expect(reached(made, [...PEOPLES, ...ADMINISTRATORS], [office])).toEqual(PEOPLES);
    expect(reached(made, [...PEOPLES, ...ADMINISTRATORS], [desk])).toEqual(ADMINISTRATORS);
    expect(reached(made, [...PEOPLES, ...ADMINISTRATORS], [])).toEqual([]);
    expect(reached(made, [...PEOPLES, ...ADMINISTRATORS], [office, desk])).toHaveLength(6);
  });

  test("'any' opens the one it is said of, and not the other", () => {
    expect(reached(listed('any', [desk]), [...PEOPLES, ...ADMINISTRATORS], [])).toEqual(PEOPLES);
    expect(reached(listed([office], 'any'), [...PEOPLES, ...ADMINISTRATORS], [])).toEqual(ADMINISTRATORS);
  });

  test('every route of the admin API and of the console is behind the list of administrators', () => {
    const made = listed('any', [desk]);
    for (const key of ROUTE_KEYS) {
      const path = `execute-api:/prod/${key.replace(' ', '')}`;
      const isTheirs = ['admin', 'doctor', 'console'].includes(routeSpec(key).by);
      expect([key, getsThrough(made, path, [])]).toEqual([key, !isTheirs]);
    }
  });

  test("without a list nobody is denied, and only the word 'any' brings that about", () => {
    expect([existingVpc.portal.allowList, existingVpc.administration.allowList]).toEqual(['any', 'any']);
    const { Statement } = policyOf(synthesized(existingVpc));
    expect(Statement.map(({ Effect }) => Effect)).toEqual(['Allow', 'Allow']);
  });

  test('a new list is deployed at once: it makes a new deployment of the API', () => {
    const changed = { ...example, portal: { ...example.portal, allowList: ['198.51.100.0/25'] } };
    const deploymentOf = ({ all }: Synthesized) =>
      all('service', 'AWS::ApiGateway::Deployment').map(({ id }) => id);
    expect(deploymentOf(synthesized(changed))).not.toEqual(deploymentOf(it));
  });
});

describe('the stage', () => {
  const stage = it.one('service', 'AWS::ApiGateway::Stage');
  const settings = stage.Properties['MethodSettings'] as Record<string, unknown>[];

  test('traces no body and holds every method to a pace', () => {
    expect(settings[0]).toMatchObject({ HttpMethod: '*', ResourcePath: '/*' });
    for (const each of settings) {
      expect(each).toMatchObject({ DataTraceEnabled: false, LoggingLevel: 'OFF' });
      expect(each['ThrottlingRateLimit']).toBeGreaterThan(0);
      expect(each['ThrottlingBurstLimit']).toBeGreaterThan(0);
    }
  });

  test('a start or a sign-in is held to a slower pace than the rest', () => {
    const start = settings.find(({ ResourcePath }) => ResourcePath === '/~1api~1recovery');
    expect(Number(start?.['ThrottlingRateLimit'])).toBeLessThan(Number(settings[0]?.['ThrottlingRateLimit']));
  });

  test('the access log names the route, never the typed path, a query, a header or a body', () => {
    const { Format } = stage.Properties['AccessLogSetting'] as { Format: string };
    expect(Object.keys(JSON.parse(Format) as object)).toContain('route');
    expect(Format).not.toMatch(/context\.path\b|querystring|header|body|userAgent|input/i);
  });
});

test('what API Gateway answers by itself is problem details with a code, and never cached', () => {
  const answers = it.all('service', 'AWS::ApiGateway::GatewayResponse');
  expect(answers.map(({ Properties }) => Properties['ResponseType'])).toEqual(
    expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'ACCESS_DENIED', 'THROTTLED']),
  );
  for (const { Properties } of answers) {
    const { 'application/problem+json': body = '{}' } = Properties['ResponseTemplates'] as Record<
      string,
      string
    >;
    expect(JSON.parse(body)).toHaveProperty('code', expect.stringMatching(/^[a-z-]+$/));
    const headers = Properties['ResponseParameters'] as Record<string, string>;
    expect(headers).toMatchObject({
      'gatewayresponse.header.cache-control': "'no-store'",
      'gatewayresponse.header.x-content-type-options': "'nosniff'",
    });
    for (const value of Object.values(headers)) expect(value).toMatch(/^'[^']+'$/);
  }
});

describe('a name of one’s own', () => {
  const named = synthesized(transitGateway);

  test('is served with TLS 1.2 or better, at its root, and the default address is off', () => {
    const name = named.one('service', 'AWS::ApiGateway::DomainName');
    expect(name.Properties).toMatchObject({ DomainName: 'reset.example.com', SecurityPolicy: 'TLS_1_2' });
    const mapping = named.one('service', 'AWS::ApiGateway::BasePathMapping');
    expect(mapping.Properties).not.toHaveProperty('BasePath');
    const rest = named.one('service', 'AWS::ApiGateway::RestApi');
    expect(rest.Properties['DisableExecuteApiEndpoint']).toBe(true);
  });

  test('is what links are built from; without it, links have the API’s own address and the stage', () => {
    const siteOf = (made: Synthesized) => {
      const portal = made.one('service', 'AWS::Lambda::Function', 'Portal');
      const { Variables } = portal.Properties['Environment'] as { Variables: Record<string, unknown> };
      return ['LATCHKEY_ORIGIN', 'LATCHKEY_BASE_PATH', 'LATCHKEY_CUSTOM_DOMAIN'].map((key) =>
        made.text(Variables[key]),
      );
    };
    expect(siteOf(named)).toEqual(['https://reset.example.com', '', 'yes']);
    expect(siteOf(it)).toEqual([
      'https://<ApiRest>.execute-api.<AWS::Region>.<AWS::URLSuffix>',
      '/prod',
      'no',
    ]);
  });
});

/** `*` stands for anything in a resource, slashes too. */
function matches(pattern: string, path: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  let at = path.startsWith(head) ? head.length : -1;
  for (const [index, part] of rest.entries()) {
    if (at < 0) return false;
    if (index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    at = found < 0 ? -1 : found + part.length;
  }
  return at === path.length;
}
