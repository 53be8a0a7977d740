import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../settings.ts';

/**
 * The resource policy of the API: whoever is not on the list is denied, in a statement of its own, so that no other
 * statement can let them in. Only the word 'any' leaves that statement out (settings refuse an empty list).
 */
export function addressAllowList(allowList: Settings['portal']['allowList']): PolicyDocument {
  const invoking = {
    principals: [new AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: ['execute-api:/*'],
  };
  const allowed = new PolicyStatement({ sid: 'Invoke', ...invoking });
  if (allowList === 'any') return new PolicyDocument({ statements: [allowed] });
  const denied = new PolicyStatement({
    sid: 'OnlyFromTheList',
    effect: Effect.DENY,
    ...invoking,
    conditions: { NotIpAddress: { 'aws:SourceIp': [...allowList] } },
  });
  return new PolicyDocument({ statements: [allowed, denied] });
}
