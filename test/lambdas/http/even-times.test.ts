import middy from '@middy/core';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { evenTimes } from '../../../lambdas/http/even-times.ts';

const STEP = 20;

/** Milliseconds until a handler answered, or threw, that works for so long. */
async function timeOf(work: () => Promise<string>): Promise<number> {
  const handler = middy<APIGatewayProxyEvent, string>()
    .use([evenTimes(STEP)])
    .handler(work);
  const began = performance.now();
  const event = { path: '/' } as APIGatewayProxyEvent;
  await Promise.resolve(handler(event, {} as Context)).catch(() => 'threw');
  return performance.now() - began;
}

describe('answers about names', () => {
  it('leave a whole step after their request at the soonest, however little there was to do', async () => {
    expect(await timeOf(async () => 'at once')).toBeGreaterThanOrEqual(STEP);
  });

  it('leave on the next step when there was more to do', async () => {
    const slow = async () => {
      await pause(STEP + 2);
      return 'later';
    };
    expect(await timeOf(slow)).toBeGreaterThanOrEqual(2 * STEP);
  });

  it('are held back just so when something broke', async () => {
    const broken = async () => {
      throw new Error('broken');
    };
    expect(await timeOf(broken)).toBeGreaterThanOrEqual(STEP);
  });
});
