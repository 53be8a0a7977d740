import { describe, expect, test } from 'vitest';
import twoDomains from '../../../config/example-two-domains.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized();
const both = synthesized(twoDomains);

describe('the rotation of our own accounts’ passwords', () => {
  const schedules = both.all('service', 'AWS::SecretsManager::RotationSchedule');

  test('is scheduled where an account has an alternate, and nowhere else', () => {
    expect(schedules.map(({ Properties }) => both.text(Properties['SecretId']))).toEqual([
      '<DataProxyCORPSecret>',
      '<SelfServiceCORPSecret>',
    ]);
    expect(it.all('service', 'AWS::SecretsManager::RotationSchedule')).toEqual([]);
  });

  test('happens as often as the domain says, and not by deploying', () => {
    for (const { Properties } of schedules) {
      expect(Properties).toMatchObject({
        RotationRules: { AutomaticallyAfterDays: 30 },
        RotateImmediatelyOnUpdate: false,
      });
      expect(both.text(Properties['RotationLambdaARN'])).toBe('<RotationLive>');
    }
  });

  test('is asked for by Secrets Manager, of this account only', () => {
    const [permission, ...more] = both
      .all('service', 'AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties['Principal'] === 'secretsmanager.amazonaws.com');
    expect(more).toEqual([]);
    expect(both.text(permission?.Properties['FunctionName'])).toBe('<RotationLive>');
    expect(permission?.Properties['SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });
});
