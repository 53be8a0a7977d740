import { describe, expect, test } from 'vitest';
import { FUNCTION_NAMES } from '../../lambdas/environment.ts';
import type { Settings } from '../../lib/settings.ts';
import { everything } from './everything.ts';
import { type Statement, statementsOf } from './granted-powers.ts';
import { synthesized } from './synthesized.ts';

const network = { ...everything.network, nat: true } as Settings['network'];
const it = synthesized({ ...everything, network });
const actionsOf = (statements: readonly Statement[]): readonly string[] =>
  statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
/** What AWS does for a function, out of the VPC: with a key on behalf of a service, and whatever Lambda itself needs. */
const isAskedByAService = ({ Condition }: Statement): boolean =>
  JSON.stringify(Condition ?? {}).includes('kms:ViaService');

describe('functions in a VPC of ours', () => {
  const joined = FUNCTION_NAMES.filter((name) =>
    it
      .all('service', 'AWS::Lambda::Function')
      .some(
        ({ Properties }) =>
          Properties['VpcConfig'] !== undefined && it.text(Properties['Role']).includes(roleOf(name)),
      ),
  );
  const asked = new Set(
    joined.flatMap((name) =>
      actionsOf(statementsOf(it, name).filter((statement) => !isAskedByAService(statement))),
    ),
  );
  const passed = new Set(
    it
      .all('network', 'AWS::EC2::VPCEndpoint')
      .flatMap(({ Properties }) =>
        actionsOf((Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement),
      ),
  );

  test('may ask nothing of KMS, Secrets Manager and DynamoDB that the endpoints would not pass on', () => {
    expect(joined).toEqual(expect.arrayContaining(['verify', 'reset', 'doctor', 'rotation', 'canary']));
    const through = [...asked].filter((action) => /^(kms|secretsmanager|dynamodb):/.test(action));
    expect(through.length).toBeGreaterThan(8);
    expect(through.filter((action) => !passed.has(action))).toEqual([]);
  });

  test('ask nothing else of AWS themselves, for there is no other way out', () => {
    // Logs, traces, network interfaces and the queue of what failed are Lambda's own, which is in no VPC of ours.
    const ofLambda = ['ec2', 'logs', 'sqs', 'xray'];
    const services = new Set([...asked].map((action) => action.split(':')[0] ?? ''));
    expect([...services].filter((service) => !ofLambda.includes(service)).toSorted()).toEqual([
      'dynamodb',
      'kms',
      'secretsmanager',
    ]);
  });
});

function roleOf(name: string): string {
  const role = it
    .all('service', 'AWS::IAM::Role')
    .find(({ Properties }) => String(Properties['Path']).endsWith(`/${name}/`));
  return role?.id.replace(/[0-9A-F]{8}$/, '') ?? 'none';
}
