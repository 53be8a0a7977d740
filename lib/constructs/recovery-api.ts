import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  type MethodDeploymentOptions,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Owner, ROUTE_KEYS, type RouteKey, routeSpec } from '../../lambdas/api.ts';
import type { Settings } from '../settings.ts';
import { addressAllowList } from './address-allow-list.ts';
import { acknowledgeOpenApi } from './open-api.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import type { RecoveryFunction } from './recovery-function.ts';

export interface RecoveryApiProps {
  readonly settings: Settings;
  readonly logKey: IKey;
}

/** Requests a second, and at once: of the whole API, and of each route that begins something. */
const PACE = { rate: 50, burst: 100 } as const;
const BEGINNING_PACE = { rate: 5, burst: 20 } as const;
/** The routes that begin a flow, a session or a change: each costs a search in the directory, or a try at a password. */
const BEGINNINGS: readonly RouteKey[] = [
  'POST /api/recovery',
  'POST /recover',
  'POST /api/enrollment/session',
  'POST /enroll/sign-in',
  'POST /api/password/change',
  'POST /password/change',
  'POST /api/admin/session',
  // Both accounts of every domain sign in.
  'POST /api/admin/examination',
];
/** One JSON line for each request: no body, no query, no header. */
const LINE = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    source: '$context.identity.sourceIp',
    method: '$context.httpMethod',
    route: '$context.resourcePath',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    functionMs: '$context.integrationLatency',
    functionStatus: '$context.integrationStatus',
    answer: '$context.error.responseType',
  }),
);

/**
 * The regional REST API, route for route what lambdas/api.ts says. It is made before its functions, as they are told its address;
 * its routes are added after them, with `route`.
 */
export class RecoveryApi extends Construct {
  readonly rest: RestApi;
  /** `https://host`, and the path below it. */
  readonly origin: string;
  readonly basePath: string;

  constructor(scope: Construct, id: string, { settings, logKey }: RecoveryApiProps) {
    super(scope, id);
    const { allowList, customDomain, stageName } = settings.portal;
    const log = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      encryptionKey: logKey,
    });
    this.rest = new RestApi(this, 'Rest', {
      restApiName: `Latchkey-${settings.name}`,
      description: 'Latchkey: account recovery',
      endpointTypes: [EndpointType.REGIONAL],
      policy: addressAllowList(allowList, settings.administration.allowList),
      // The console's files are answered compressed, as bytes; bodies then come as base64, which reading a body undoes.
      binaryMediaTypes: ['*/*'],
      disableExecuteApiEndpoint: customDomain !== undefined,
      // Only one role writes an account's API logs. It is shared, so it stays when this stack goes.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName,
        accessLogDestination: new LogGroupLogDestination(log),
        accessLogFormat: LINE,
        ...pace(PACE),
        methodOptions: Object.fromEntries(BEGINNINGS.map((key) => [methodPath(key), pace(BEGINNING_PACE)])),
      },
    });
    // CDK's own output of the address is wrong under a custom domain; the stack says the right one, PortalUrl.
    this.rest.node.tryRemoveChild('Endpoint');
    gatewayAnswers(this.rest);
    const { region, urlSuffix } = Stack.of(this);
    this.origin = customDomain
      ? `https://${customDomain.name}`
      : Fn.join('', ['https://', this.rest.restApiId, '.execute-api.', region, '.', urlSuffix]);
    this.basePath = customDomain ? '' : `/${stageName}`;
    acknowledgeOpenApi(this.rest);
  }

  /** Adds every route, answered by the function that owns it. */
  route(functions: Readonly<Record<Owner, RecoveryFunction>>): void {
    const integrations = new Map<Owner, LambdaIntegration>();
    for (const key of ROUTE_KEYS) {
      const { by } = routeSpec(key);
      // One permission for the API, not one for each route: a function's policy has room for about fifty.
      const integration =
        integrations.get(by) ??
        new LambdaIntegration(functions[by].lambda, { scopePermissionToMethod: false });
      integrations.set(by, integration);
      const [method, path] = partsOf(key);
      this.rest.root.resourceForPath(path).addMethod(method, integration);
    }
  }
}

/** What a request's body holds is never traced. A setting of a method replaces the stage's, so each says everything. */
const pace = ({
  rate,
  burst,
}: {
  readonly rate: number;
  readonly burst: number;
}): MethodDeploymentOptions => ({
  throttlingRateLimit: rate,
  throttlingBurstLimit: burst,
  loggingLevel: MethodLoggingLevel.OFF,
  dataTraceEnabled: false,
  metricsEnabled: true,
});

const partsOf = (key: RouteKey): readonly [string, string] => {
  const space = key.indexOf(' ');
  return [key.slice(0, space), key.slice(space + 1)];
};

const methodPath = (key: RouteKey): string => {
  const [method, path] = partsOf(key);
  return `${path}/${method}`;
};
