import { describe, expect, test } from 'vitest';
import example from '../../../config/example.ts';
import { ROUTE_KEYS, type RouteKey, routeSpec } from '../../../lambdas/api.ts';
import { BEHIND, type Door, EVERY_DOOR, routesBehind } from '../../../lambdas/doors.ts';
import { BEGINNINGS } from '../../../lib/constructs/route-paces.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();

function pathOf(door: Door, id: string): string {
  const { ParentId, PathPart } = it.one(door, 'AWS::ApiGateway::Resource', id).Properties as {
    ParentId: { Ref?: string };
    PathPart: string;
  };
  return `${ParentId.Ref === undefined ? '' : pathOf(door, ParentId.Ref)}/${PathPart}`;
}

const methodsOf = (door: Door) =>
  it.all(door, 'AWS::ApiGateway::Method').map(({ Properties }) => {
    const { ResourceId, HttpMethod, Integration } = Properties as {
      ResourceId: { Ref?: string };
      HttpMethod: string;
      Integration: { Uri: unknown; Type: string };
    };
    const path = ResourceId.Ref === undefined ? '/' : pathOf(door, ResourceId.Ref);
    const owner = /functions\/<(\w+?)Live>/.exec(it.text(Integration.Uri))?.[1]?.toLowerCase();
    return { key: `${HttpMethod} ${path}`, owner, type: Integration.Type };
  });

describe.each(EVERY_DOOR)('the routes of the %s', (door) => {
  const methods = methodsOf(door);

  test('are those of api.ts behind this door: each once, and no other', () => {
    expect(methods.map(({ key }) => key).toSorted()).toEqual([...routesBehind(door)].toSorted());
  });

  test('are each answered by the version in use of the function that owns them', () => {
    const owners = methods.map(({ key, owner, type }) => [key, owner, type]);
    const expected = methods.map(({ key }) => [key, routeSpec(key as RouteKey).by, 'AWS_PROXY']);
    expect(owners).toEqual(expected);
  });

  test('lead to functions that API Gateway may call, for this API only', () => {
    const sources = it
      .all(door, 'AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(({ Properties }) => it.text(Properties['SourceArn']));
    expect(sources).toHaveLength(BEHIND[door].length);
    for (const source of sources)
      expect(source).toMatch(/execute-api:<AWS::Region>:<AWS::AccountId>:<ApiRest>\//);
  });
});

test('every route is behind one of the two doors', () => {
  expect(EVERY_DOOR.flatMap((door) => routesBehind(door)).toSorted()).toEqual([...ROUTE_KEYS].toSorted());
});

describe.each(EVERY_DOOR)('the stage of the %s', (door) => {
  const stage = it.one(door, 'AWS::ApiGateway::Stage');
  const settings = stage.Properties['MethodSettings'] as Record<string, unknown>[];
  const paceOf = (key: RouteKey): number => {
    const [method, path = ''] = key.split(' ');
    const own = settings.find(
      ({ HttpMethod, ResourcePath }) =>
        HttpMethod === method && ResourcePath === `/${path.replaceAll('/', '~1')}`,
    );
    return Number((own ?? settings[0])?.['ThrottlingRateLimit']);
  };

  test('traces no body and holds every method to a pace', () => {
    expect(settings[0]).toMatchObject({ HttpMethod: '*', ResourcePath: '/*' });
    for (const each of settings) {
      expect(each).toMatchObject({ DataTraceEnabled: false, LoggingLevel: 'OFF' });
      expect(each['ThrottlingRateLimit']).toBeGreaterThan(0);
      expect(each['ThrottlingBurstLimit']).toBeGreaterThan(0);
    }
  });

  test('holds what begins something to the slowest pace, and what takes a proof to one below the rest', () => {
    const rest = Number(settings[0]?.['ThrottlingRateLimit']);
    const proofs = routesBehind(door).filter(
      (key) =>
        /^(POST|PUT|DELETE) \/(api\/)?(recover|enroll|not-me|lift-hold)/.test(key) &&
        !BEGINNINGS.includes(key),
    );
    expect(proofs.length > 0).toBe(door === 'portal');
    for (const key of proofs) expect([key, paceOf(key) < rest]).toEqual([key, true]);
    for (const key of routesBehind(door).filter((one) => BEGINNINGS.includes(one)))
      expect([key, paceOf(key) <= rest / 10]).toEqual([key, true]);
  });

  test('logs the route of a request, never the typed path, a query, a header or a body', () => {
    const { Format } = stage.Properties['AccessLogSetting'] as { Format: string };
    expect(Object.keys(JSON.parse(Format) as object)).toContain('route');
    expect(Format).not.toMatch(/context\.path\b|querystring|header|body|userAgent|input/i);
  });
});

test('whoever tries a password or starts a flow, session or examination is told to go slowly', () => {
  const tries = ROUTE_KEYS.filter((key) =>
    /sign-in|session$|password\/change|examination|recovery$|recover$/.test(key),
  );
  expect(tries.filter((key) => key.startsWith('POST ')).toSorted()).toEqual([...BEGINNINGS].toSorted());
});

test.each(EVERY_DOOR)(
  'what API Gateway answers by itself at the %s is problem details with a code, and never cached',
  (door) => {
    const answers = it.all(door, 'AWS::ApiGateway::GatewayResponse');
    expect(answers.map(({ Properties }) => Properties['ResponseType'])).toEqual(
      expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'ACCESS_DENIED', 'THROTTLED', 'WAF_FILTERED']),
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
  },
);

test('one role writes the API logs of the account, and outlives the stack', () => {
  expect(it.all('service', 'AWS::ApiGateway::Account')).toHaveLength(1);
  const [role] = it
    .all('portal', 'AWS::IAM::Role')
    .filter(({ id }) => id.startsWith('ApiRestCloudWatchRole'));
  expect(role?.DeletionPolicy).toBe('Retain');
});

test('a new list is deployed at once: it makes a new deployment of the API', () => {
  const changed = { ...example, portal: { ...example.portal, allowList: ['198.51.100.0/25'] } };
  const deploymentOf = ({ all }: typeof it) =>
    all('portal', 'AWS::ApiGateway::Deployment').map(({ id }) => id);
  expect(deploymentOf(synthesized(changed))).not.toEqual(deploymentOf(it));
});
