import { AnyPrincipal, type Conditions, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../settings.ts';

type AllowList = Settings['portal']['allowList'];

/**
 * The resource policy of a door: its list gets in, and of a private one only through its endpoint. Who is not on the list, or comes
 * another way, is denied in a statement of its own, so that no other statement can let them in. Only the word 'any' leaves
 * the one about addresses out (settings refuse an empty list).
 */
export function addressAllowList(list: AllowList, endpointId?: string): PolicyDocument {
  // Behind an endpoint, aws:SourceIp is no longer there.
  const address = endpointId === undefined ? 'aws:SourceIp' : 'aws:VpcSourceIp';
  const networks = list !== 'any' && { [address]: [...new Set(list)] };
  const endpoint = endpointId !== undefined && { 'aws:SourceVpce': endpointId };
  const listed: Conditions = {
    ...(networks && { IpAddress: networks }),
    ...(endpoint && { StringEquals: endpoint }),
  };
  return new PolicyDocument({
    statements: [
      said(Effect.ALLOW, 'Listed', listed),
      ...(networks ? [said(Effect.DENY, 'OnlyFromTheList', { NotIpAddress: networks })] : []),
      ...(endpoint ? [said(Effect.DENY, 'OnlyThroughTheEndpoint', { StringNotEquals: endpoint })] : []),
    ],
  });
}

const said = (effect: Effect, sid: string, conditions: Conditions): PolicyStatement =>
  new PolicyStatement({
    sid,
    effect,
    principals: [new AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: ['execute-api:/*'],
    ...(Object.keys(conditions).length > 0 && { conditions }),
  });
