import { expect, it } from 'vitest';
import { isSecretCalled } from '../../../lambdas/rotation/secret-called.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:latchkey/self-service-AbC12x';

it.each([
  ['its ARN', ARN],
  ['its name', 'latchkey/self-service'],
])('a secret that is listed by %s is known by the ARN in an event', (_, listed) => {
  expect(isSecretCalled(listed, ARN)).toBe(true);
});

it.each([
  ['another secret', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:latchkey/data-proxy-AbC12x'],
  ['one whose name begins alike', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:latchkey/self'],
  ['one of another account', ARN.replace('123456789012', '999999999999').slice(0, -7)],
  ['part of its name', 'self-service'],
  ['nothing', ''],
])('a secret is not taken for %s', (_, listed) => {
  expect(isSecretCalled(listed, ARN)).toBe(false);
});

it.each([
  ['latchkey/self-service', 'latchkey/self-service-backup'],
  [ARN, ARN.replace(/.{6}$/, 'ZZZZZZ')],
])('a secret listed as %s is not taken for %s', (listed, asked) => {
  expect(isSecretCalled(listed, asked)).toBe(false);
});

it('a secret listed by its name is known by its name', () => {
  expect(isSecretCalled('latchkey/self-service', 'latchkey/self-service')).toBe(true);
});
