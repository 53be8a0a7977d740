import { describe, expect, it } from 'vitest';
import { writeAttributesRun } from '../../lambdas/attribute-writer/run.ts';
import { tellOutsideRun } from '../../lambdas/post-actions/run.ts';
import type { PostActionJob } from '../../domain/post-actions/job.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { emittingCounts } from '../support/emitting.ts';
import { lineJournal } from '../../local/line-journal.ts';
import { enrolled } from '../support/enrolled.ts';
import { POST_ACTIONS } from '../support/post-actions.ts';
import { aProduct } from '../support/product.ts';
import { proven, repair, RESET } from '../support/recovering.ts';
import { anAccount } from '../support/scripted-account.ts';

/** A product in which jo's password was reset, with all post actions there are, and desks that write down what they do. */
async function afterAReset(more: Partial<Ports> = {}) {
  const carried: PostActionJob[] = [];
  const done = async (job: PostActionJob) => (carried.push(job), { kind: 'done' } as const);
  const product = aProduct(
    {
      document: { postActions: POST_ACTIONS },
      outside: { webhooks: ['desk'], events: true, writableAttributes: ['extensionAttribute7'] },
    },
    { webhooks: { deliver: done }, events: { publish: done }, ...more },
  );
  await enrolled(product, 'jo', { account: { displayName: 'Jo, "the boss"' } });
  const { key } = await proven(product, 'jo');
  await repair(product, key, RESET);
  const lines: string[] = [];
  const meter = emittingCounts();
  const told = { meter, journal: lineJournal((line) => lines.push(line)) };
  return { product, carried, lines, meter, told };
}

const countsOf = (meter: ReturnType<typeof emittingCounts>, name: string) =>
  meter
    .counts()
    .filter((one) => one.metric === name)
    .map(({ dimension, count }) => [dimension, count]);

describe('the functions that act after a change', () => {
  it('each do their own, and count it by kind', async () => {
    const written: unknown[] = [];
    const { product, carried, meter, told } = await afterAReset({
      attributes: {
        at: async (_person, work) =>
          work({
            account: anAccount('jo'),
            write: async (...what) => (written.push(what), { kind: 'done' }),
          }),
      },
    });
    expect(await tellOutsideRun(product.ports, told)()).toEqual({ done: 2, failed: 0, 'given-up': 0 });
    expect(carried.map(({ work }) => work.kind).toSorted()).toEqual(['event', 'webhook']);
    expect(written).toEqual([]);
    expect(await writeAttributesRun(product.ports, told)()).toEqual({ done: 1, failed: 0, 'given-up': 0 });
    expect(written).toEqual([['extensionAttribute7', expect.stringMatching(/^reset \S+$/)]]);
    expect(countsOf(meter, 'PostActionDone')).toHaveLength(3);
  });

  it('leave a line for what is not done yet: which one and why, and nothing of the person', async () => {
    const { product, lines, meter, told } = await afterAReset({
      webhooks: { deliver: async () => ({ kind: 'failed', why: 'webhook desk answered 500' }) },
    });
    expect(await tellOutsideRun(product.ports, told)()).toEqual({ done: 1, failed: 1, 'given-up': 0 });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'ERROR',
      message: 'post action failed',
      postAction: 'Tell the desk',
      kind: 'webhook',
      failures: 1,
      cause: 'Error: webhook desk answered 500',
    });
    expect(lines.join()).not.toMatch(/the boss|jo@|jo:/);
    expect(countsOf(meter, 'PostActionFailed')).toHaveLength(1);
  });
});
