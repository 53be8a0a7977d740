import { describe, expect, test } from 'vitest';
import { defineConfig } from '../../lib/settings.ts';
import { mistakesOf } from './mistakes-of.ts';
import { RIGHT } from './right-settings.ts';

const PRIVATE = { door: 'private', allowList: ['10.20.0.0/16'] } as const;
const NAME = {
  name: 'reset.example.com',
  certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
};
const ZONE = { id: 'Z0123456789EXAMPLE', name: 'example.com' };

/** What is said of settings that are right but for these. */
const saidOf = (more: Record<string, unknown>): string => mistakesOf({ ...RIGHT, ...more }).join('\n');

describe('the doors', () => {
  test('open to the internet, behind a firewall, where nothing else is said', () => {
    for (const door of ['portal', 'administration'] as const)
      expect(defineConfig(RIGHT)[door]).toMatchObject({
        door: 'regional',
        stageName: 'prod',
        firewall: { requestsPerFiveMinutes: 3000, beginningsPerFiveMinutes: 300, captcha: false },
      });
  });

  test('may be private, each by itself, through an endpoint made here or one that is there', () => {
    expect(saidOf({ portal: PRIVATE })).toBe('');
    expect(saidOf({ administration: { ...PRIVATE, door: { endpointId: 'vpce-0123456789abcdef0' } } })).toBe(
      '',
    );
    expect(saidOf({ portal: { ...PRIVATE, customDomain: NAME, firewall: 'off' } })).toBe('');
  });

  const long = Array.from({ length: 256 }, (_, n) => `198.51.${n}.0/24`);
  test.each<[string, Record<string, unknown>, RegExp]>([
    [
      'an empty list',
      { portal: { allowList: [] } },
      /portal\.allowList: is empty, so nobody could use the portal/,
    ],
    [
      'an empty list of administrators',
      { administration: { allowList: [] } },
      /administration\.allowList: is empty, so nobody could use the console/,
    ],
    ['no list at all', { portal: {} }, /portal\.allowList: is missing: give the networks people come from/],
    [
      'a list that AWS does not take',
      { portal: { allowList: long } },
      /portal\.allowList: is longer than AWS takes: join/,
    ],
    [
      'a door of no kind',
      { portal: { ...PRIVATE, door: 'back' } },
      /portal\.door: "back" will not do: give 'regional', 'private', or \{ endpointId \}/,
    ],
    [
      'an endpoint of another kind',
      { portal: { ...PRIVATE, door: { endpointId: 'vpc-1' } } },
      /portal\.door\.endpointId: "vpc-1" will not do: give the id of a VPC endpoint for execute-api/,
    ],
    [
      'a record for what is in no public zone',
      { portal: { ...PRIVATE, customDomain: { ...NAME, hostedZone: ZONE } } },
      /portal\.customDomain\.hostedZone: is for doors to the internet: leave it out, and point the name/,
    ],
    [
      'one name for both doors',
      {
        portal: { ...RIGHT.portal, customDomain: NAME },
        administration: { ...RIGHT.administration, customDomain: NAME },
      },
      /administration\.customDomain\.name: is the portal's too: give the console a name of its own, such as admin\.reset/,
    ],
    [
      'a pace that WAF does not take',
      { portal: { ...RIGHT.portal, firewall: { requestsPerFiveMinutes: 5 } } },
      /portal\.firewall\.requestsPerFiveMinutes: 5 will not do: give how many requests one address may make/,
    ],
    [
      'a puzzle before the console',
      { administration: { ...RIGHT.administration, firewall: { captcha: true } } },
      /administration\.firewall\.captcha: true will not do: .+only the portal can have a CAPTCHA/,
    ],
    [
      'a puzzle before the canary',
      {
        portal: { allowList: 'any', firewall: { captcha: true } },
        canary: { username: 'latchkey-canary', from: 'outside' },
      },
      /portal\.firewall\.captcha: stops the canary, which cannot solve a puzzle/,
    ],
  ])('%s is refused with what to write instead', (_what, more, sentence) => {
    expect(saidOf(more)).toMatch(sentence);
  });
});
