import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rangeQuery } from '../../../adapters/breached-list/range-query.ts';
import { rangeIncludes } from '../../../adapters/breached-list/range-reply.ts';
import type { Failure } from '../../../domain/failure.ts';
import { breachedPasswordsContract } from '../../contracts/breached-passwords.ts';
import { startRangeService, type RangeService } from '../../support/range-service.ts';

const KNOWN = ['123456', 'password', 'qwertyuiop', 'P@ssw0rd', 'Password1', 'iloveyou', 'TRUSTNO1'];
const PADDED = 'only to fill up';
let service: RangeService;
beforeAll(async () => {
  service = await startRangeService(KNOWN, PADDED);
});
beforeEach(() => service.answer(undefined));
afterAll(() => service.stop());

const list = (ifUnreachable: 'allow' | 'refuse' = 'refuse', onUnreachable?: (trouble: Failure) => void) =>
  rangeQuery({ ifUnreachable, url: service.url, ca: [service.ca], ...(onUnreachable && { onUnreachable }) });

breachedPasswordsContract('a service on the web', list);

describe('a service on the web', () => {
  it('is told five digits of the hash, and nothing else of a password', async () => {
    const before = service.asked.length;
    const hash = createHash('sha1').update('P@ssw0rd').digest('hex').toUpperCase();
    expect(await list().includes('P@ssw0rd')).toBe(true);
    const [asked] = service.asked.slice(before);
    expect(asked?.path).toBe(`/range/${hash.slice(0, 5)}`);
    expect(asked?.headers).toMatchObject({ 'add-padding': 'true', 'user-agent': 'Latchkey' });
    expect(JSON.stringify(asked)).not.toMatch(new RegExp(`${hash.slice(5, 12)}|P@ssw0rd`, 'i'));
  });

  it('knows nothing of what only fills its answers up', async () => {
    expect(await list().includes(PADDED)).toBe(false);
  });

  const troubles: readonly (readonly [string, (reply: ServerResponse) => void, RegExp])[] = [
    ['does not answer', () => undefined, /within 1500 ms/],
    ['does not come to an end', (reply) => void reply.write('0'.repeat(35)), /within 1500 ms/],
    ['has a problem', (reply) => void reply.writeHead(503).end(), /answered 503/],
    ['sends us elsewhere', (reply) => void reply.writeHead(302, { location: '/' }).end(), /answered 302/],
    ['hangs up', (reply) => void reply.destroy(), /hang up|ECONNRESET/],
    [
      'hangs up in the middle',
      (reply) => {
        reply.write('0'.repeat(35));
        setImmediate(() => reply.destroy());
      },
      /aborted|ECONNRESET/,
    ],
    ['answers with a page', (reply) => void reply.end('<html>Sign in to the network</html>'), /not as such/],
    ['answers without end', (reply) => void reply.end('x'.repeat(2_000_000)), /too long/],
  ];

  it.each(troubles)('that %s lets nothing through, or everything, as was chosen', async (_, how, why) => {
    service.answer(how);
    const told: Failure[] = [];
    const [refused, allowed] = await Promise.allSettled([
      list().includes('password'),
      list('allow', (trouble) => void told.push(trouble)).includes('password'),
    ]);
    expect(refused).toMatchObject({ reason: { code: 'breached-list-unavailable' } });
    expect(refused.status === 'rejected' && String(refused.reason)).toMatch(why);
    expect(allowed).toEqual({ status: 'fulfilled', value: false });
    expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(why)]);
    expect(told[0]?.message).toContain(service.url);
    expect(told[0]?.message).not.toMatch(/password$|5BAA6/);
  });

  it('is not believed without a certificate that somebody we trust vouches for', async () => {
    const before = service.asked.length;
    const other = rangeQuery({ ifUnreachable: 'refuse', url: service.url });
    await expect(other.includes('password')).rejects.toThrow(/certificate/);
    expect(service.asked.length).toBe(before);
  });

  it('answers again once it is there again', async () => {
    const same = list();
    service.answer((reply) => void reply.destroy());
    await expect(same.includes('password')).rejects.toThrow(/hang up|ECONNRESET/);
    service.answer(undefined);
    expect(await same.includes('password')).toBe(true);
  });
});

describe('an answer to a range query', () => {
  const digits = fc.stringMatching(/^[0-9A-F]{35}$/);

  it('has a hash exactly when one of its lines says it was seen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(digits, fc.nat({ max: 2 }))),
        digits,
        fc.constantFrom('\n', '\r\n'),
        (lines, wanted, end) => {
          const all = [...lines, ...lines.slice(0, 1).map(([hash]) => [hash, 1] as const)];
          const answer = all.map(([hash, count]) => `${hash}:${String(count)}`).join(end);
          for (const [hash] of [...all, [wanted]])
            expect(rangeIncludes(answer, hash)).toBe(all.some(([each, count]) => each === hash && count > 0));
        },
      ),
    );
  });

  it('is none at all when any line of it is something else', () => {
    fc.assert(
      fc.property(fc.array(digits), fc.string({ minLength: 1 }), (hashes, other) => {
        fc.pre(/[^\r\n]/.test(other));
        expect(
          rangeIncludes([...hashes.map((hash) => `${hash}:1`), `x${other}`].join('\n'), '0'),
        ).toBeUndefined();
      }),
    );
  });
});
