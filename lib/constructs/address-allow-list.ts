import {
  AnyPrincipal,
  Effect,
  PolicyDocument,
  PolicyStatement,
  type PolicyStatementProps,
} from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../settings.ts';

type AllowList = Settings['portal']['allowList'];

const EVERYTHING = ['execute-api:/*'];
/** `<stage>/<method>/<path>`: the admin API and the console, on every stage. */
export const ADMINISTRATION = [
  'execute-api:/*/*/api/admin/*',
  'execute-api:/*/GET/console',
  'execute-api:/*/GET/console/*',
];

/**
 * The resource policy of the API. People's networks get to everything but administration, administrators' networks to administration. Who is
 * on neither list is denied, and who is not an administrators' network is denied administration, in statements of their own, so that no other
 * statement can let them in. Only the word 'any' leaves such a statement out (settings refuse an empty list).
 */
export function addressAllowList(people: AllowList, administrators: AllowList): PolicyDocument {
  const both = people === 'any' || administrators === 'any' ? 'any' : [...people, ...administrators];
  return new PolicyDocument({
    statements: [
      allowed('Invoke', EVERYTHING, people),
      allowed('Administer', ADMINISTRATION, administrators),
      ...denied('OnlyFromTheLists', EVERYTHING, both),
      ...denied('AdministeredOnlyFromItsList', ADMINISTRATION, administrators),
    ],
  });
}

const invoking = (sid: string, resources: string[]): PolicyStatementProps => ({
  sid,
  principals: [new AnyPrincipal()],
  actions: ['execute-api:Invoke'],
  resources,
});

const allowed = (sid: string, resources: string[], list: AllowList): PolicyStatement =>
  new PolicyStatement({
    ...invoking(sid, resources),
    ...(list !== 'any' && { conditions: { IpAddress: { 'aws:SourceIp': [...list] } } }),
  });

const denied = (sid: string, resources: string[], list: AllowList): readonly PolicyStatement[] =>
  list === 'any'
    ? []
    : [
        new PolicyStatement({
          ...invoking(sid, resources),
          effect: Effect.DENY,
          conditions: { NotIpAddress: { 'aws:SourceIp': [...new Set(list)] } },
        }),
      ];
