import { describe, expect, test } from 'vitest';
import { defineConfig } from '../../lib/settings.ts';
import { RIGHT } from './right-settings.ts';

describe('how a new version takes over', () => {
  test('is a tenth for five minutes when nothing is said', () => {
    expect(defineConfig(RIGHT).deployment).toEqual({ kind: 'gradual', percent: 10, minutes: 5 });
  });

  test('can be all at once', () => {
    expect(defineConfig({ ...RIGHT, deployment: { kind: 'at-once' } }).deployment).toEqual({
      kind: 'at-once',
    });
  });

  test('is never most of it, nor for hours', () => {
    const deployment = { kind: 'gradual', percent: 60, minutes: 90 } as const;
    expect(() => defineConfig({ ...RIGHT, deployment })).toThrow(
      /deployment\.percent: .*1 to 50\n {2}deployment\.minutes: .*1 to 60$/,
    );
  });

  test('has two kinds, and says which', () => {
    const deployment = { kind: 'slowly' } as unknown as { readonly kind: 'at-once' };
    expect(() => defineConfig({ ...RIGHT, deployment })).toThrow(
      /deployment.*kind: 'gradual'.*kind: 'at-once'/,
    );
  });
});

describe('what is kept warm', () => {
  test('is nothing when nothing is said', () => {
    expect(defineConfig(RIGHT).provisioned).toEqual({});
  });

  test('is never more than may run at once', () => {
    expect(() => defineConfig({ ...RIGHT, provisioned: { unlock: 6, verify: 20 } })).toThrow(
      'The settings have 1 mistake:\n  provisioned.unlock: 6 of unlock would be kept warm, and 5 may run at once: lower this, or raise concurrency.unlock',
    );
    expect(defineConfig({ ...RIGHT, provisioned: { unlock: 5 } }).provisioned).toEqual({ unlock: 5 });
  });

  test('is no function of the background', () => {
    const provisioned = { sweeper: 1 } as unknown as { readonly portal: number };
    expect(() => defineConfig({ ...RIGHT, provisioned })).toThrow(/provisioned.*sweeper/);
  });
});
