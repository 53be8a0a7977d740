import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  type CfnRestApi,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { type IVpcEndpoint, InterfaceVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Owner, routeSpec } from '../../lambdas/api.ts';
import { type Door, routesBehind } from '../../lambdas/doors.ts';
import type { Settings } from '../settings.ts';
import { addressAllowList } from './address-allow-list.ts';
import { DoorFirewall } from './door-firewall.ts';
import { DoorName } from './door-name.ts';
import { acknowledgeOpenApi } from './open-api.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import { PrivateDoorName } from './private-door-name.ts';
import type { RecoveryFunction } from './recovery-function.ts';
import { doorPaces, partsOf } from './route-paces.ts';
import { type ServedAt, servedAt } from './served-at.ts';
import { TLS } from './tls-policy.ts';

export interface RecoveryApiProps {
  readonly door: Door;
  readonly settings: Settings;
  readonly logKey: IKey;
  /** The endpoint made for private doors, where there is one. */
  readonly endpoint: IVpcEndpoint | undefined;
  /** Networks in CIDR notation that are let in beside the door's list; none when left out. */
  readonly alsoFrom?: readonly string[];
}

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
 * The REST API of one door, route for route what lambdas/api.ts says. It is made before its functions, as they are told its
 * address; its routes are added after them, with `route`.
 */
export class RecoveryApi extends Construct {
  readonly rest: RestApi;
  readonly site: ServedAt;
  /** Where the customer's own name must point, if there is one. */
  readonly nameTarget: string | undefined;
  private readonly door: Door;

  constructor(scope: Construct, id: string, props: RecoveryApiProps) {
    super(scope, id);
    const { door, settings, logKey } = props;
    this.door = door;
    const endpoint = this.endpointOf(props);
    this.rest = this.made(props, endpoint);
    // CDK's own output of the address is wrong under a custom domain; the stack says the right one.
    this.rest.node.tryRemoveChild('Endpoint');
    gatewayAnswers(this.rest);
    acknowledgeOpenApi(this.rest, settings[door]);
    new DoorFirewall(this, 'Firewall', { door, settings, rest: this.rest, logKey });
    this.site = servedAt(this.rest, settings[door], endpoint);
    const { customDomain } = settings[door];
    if (!customDomain) return;
    if (endpoint) new PrivateDoorName(this, 'Name', this.rest, endpoint.vpcEndpointId, customDomain);
    else this.nameTarget = new DoorName(this, 'Name', this.rest, customDomain).target;
  }

  private made(
    { door, settings, logKey, alsoFrom = [] }: RecoveryApiProps,
    endpoint: IVpcEndpoint | undefined,
  ): RestApi {
    const { allowList, customDomain, stageName } = settings[door];
    const log = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      encryptionKey: logKey,
    });
    const rest = new RestApi(this, 'Rest', {
      restApiName: `Latchkey-${settings.name}-${door}`,
      description: `Latchkey: ${door}`,
      endpointConfiguration: endpoint
        ? { types: [EndpointType.PRIVATE], vpcEndpoints: [endpoint] }
        : { types: [EndpointType.REGIONAL] },
      policy: addressAllowList(
        allowList === 'any' ? 'any' : [...allowList, ...alsoFrom],
        endpoint?.vpcEndpointId,
      ),
      // The console's files are answered compressed, as bytes; bodies then come as base64, which reading a body undoes.
      binaryMediaTypes: ['*/*'],
      disableExecuteApiEndpoint: customDomain !== undefined,
      // Only one role writes an account's API logs, and the portal is made first. It is shared, so it stays when the stack goes.
      cloudWatchRole: door === 'portal',
      ...(door === 'portal' && { cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN }),
      deployOptions: {
        stageName,
        accessLogDestination: new LogGroupLogDestination(log),
        accessLogFormat: LINE,
        ...doorPaces(door),
      },
    });
    const api = rest.node.defaultChild as CfnRestApi;
    api.securityPolicy = TLS.securityPolicy;
    api.endpointAccessMode = TLS.endpointAccessMode;
    return rest;
  }

  /** What a private door is reached through. */
  private endpointOf({ door, settings, endpoint }: RecoveryApiProps): IVpcEndpoint | undefined {
    const { door: opens } = settings[door];
    if (opens === 'regional') return undefined;
    if (opens === 'private') {
      if (!endpoint) throw new Error(`the ${door} is private, and nothing leads to it`);
      return endpoint;
    }
    const { endpointId } = opens;
    return InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(this, 'Endpoint', {
      vpcEndpointId: endpointId,
      port: 443,
    });
  }

  /** Adds every route behind this door, answered by the function that owns it. */
  route(functions: Readonly<Partial<Record<Owner, RecoveryFunction>>>): void {
    const integrations = new Map<Owner, LambdaIntegration>();
    for (const key of routesBehind(this.door)) {
      const { by } = routeSpec(key);
      const owner = functions[by];
      if (!owner) throw new Error(`${key} is answered by ${by}, which is not behind the ${this.door}`);
      // One permission for the API, not one for each route: a function's policy has room for about fifty.
      const integration =
        integrations.get(by) ?? new LambdaIntegration(owner.live, { scopePermissionToMethod: false });
      integrations.set(by, integration);
      const [method, path] = partsOf(key);
      this.rest.root.resourceForPath(path).addMethod(method, integration);
    }
  }
}
