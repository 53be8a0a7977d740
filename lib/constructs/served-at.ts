import { Fn, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { IVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import type { Settings } from '../settings.ts';

/** Where a door is found. */
export interface ServedAt {
  /** `https://host`. */
  readonly origin: string;
  /** '' or `/stage`. */
  readonly basePath: string;
  /** Whether the host is the customer's own name. */
  readonly ownName: boolean;
}

/** Where a door with these settings is found; `endpoint` is what a private one is reached through. */
export function servedAt(
  rest: RestApi,
  { customDomain, stageName }: Settings['portal' | 'administration'],
  endpoint: IVpcEndpoint | undefined,
): ServedAt {
  if (customDomain) return { origin: `https://${customDomain.name}`, basePath: '', ownName: true };
  const { region, urlSuffix } = Stack.of(rest);
  // The name that Route 53 has for an API joined to an endpoint; it needs no private DNS.
  const host = [rest.restApiId, ...(endpoint ? ['-', endpoint.vpcEndpointId] : [])];
  const origin = Fn.join('', ['https://', ...host, '.execute-api.', region, '.', urlSuffix]);
  return { origin, basePath: `/${stageName}`, ownName: false };
}
