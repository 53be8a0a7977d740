import { describe, expect, it } from 'vitest';
import { changePassword } from '../../../domain/recovery/change.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import type { PostActionJob } from '../../../domain/post-actions/job.ts';
import { enrolled } from '../../support/enrolled.ts';
import { POST_ACTIONS } from '../../support/post-actions.ts';
import { aProduct, MINUTE, type Product } from '../../support/product.ts';
import { GOOD_PASSWORD, proven, repair, RESET, SOURCE, UNLOCK } from '../../support/recovering.ts';

async function aProvenJo() {
  const product = aProduct({ document: { postActions: POST_ACTIONS } });
  const account = await enrolled(product, 'jo', {
    account: {
      displayName: 'Jo\nOkafor',
      mail: 'jo@corp.example',
      locked: true,
      lockoutTime: '133100000000000000',
    },
  });
  const { key, reference } = await proven(product, 'jo');
  return { product, key, account, reference };
}

const jobsOf = async ({ ports, clock }: Product): Promise<readonly PostActionJob[]> => {
  const both = [
    await ports.postActions.due('outside', clock.now(), 10),
    await ports.postActions.due('directory', clock.now(), 10),
  ];
  return both.flat();
};
const worksOf = async (product: Product) => (await jobsOf(product)).map(({ work }) => work);

describe('after a change', () => {
  it('that was done, its post actions wait, filled in with what was known', async () => {
    const { product, key, account, reference } = await aProvenJo();
    await repair(product, key, RESET);
    const jobs = await jobsOf(product);
    const at = new Date(jobs[0]?.at ?? 0).toISOString();
    expect(jobs.map(({ work }) => work)).toEqual([
      { kind: 'webhook', endpoint: 'desk', text: 'jo: reset' },
      { kind: 'event', text: `Jo Okafor <jo@corp.example> at ${at}` },
      { kind: 'attribute', attribute: 'extensionAttribute7', value: `reset ${reference}` },
    ]);
    expect(jobs[0]).toMatchObject({
      person: account.person,
      reference,
      action: 'reset',
      name: 'Tell the desk',
      failures: 0,
    });
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(3);
    expect(JSON.stringify(jobs)).not.toContain(GOOD_PASSWORD);
  });

  it('only those of that action do', async () => {
    const { product, key } = await aProvenJo();
    await repair(product, key, UNLOCK);
    expect((await worksOf(product)).map(({ kind }) => kind)).toEqual(['webhook', 'attribute']);
  });

  it('that was refused, none do; nor after the same one is asked for again', async () => {
    const { product, key } = await aProvenJo();
    product.script.answer({ refuse: 'policy' });
    await repair(product, key, RESET);
    expect(await jobsOf(product)).toEqual([]);
    product.script.answer('obey');
    await repair(product, key, RESET, 'operation-2');
    await repair(product, key, RESET, 'operation-2');
    expect(await jobsOf(product)).toHaveLength(3);
  });

  it('that the sweeper found done, they wait as well, and once', async () => {
    const { product, key } = await aProvenJo();
    product.script.answer('do-and-die');
    expect(await repair(product, key, RESET)).toMatchObject({ kind: 'unsettled' });
    expect(await jobsOf(product)).toEqual([]);
    product.script.down(false);
    product.clock.pass(MINUTE);
    await sweep(product.ports);
    await sweep(product.ports);
    const jobs = await jobsOf(product);
    expect(jobs).toHaveLength(3);
    expect(jobs[0]).toMatchObject({ account: { username: 'jo', displayName: 'Jo\nOkafor' } });
  });

  it('of which nobody knows what came, none do', async () => {
    const { product, key, account } = await aProvenJo();
    product.script.answer('do-and-die');
    await repair(product, key, RESET);
    product.script.down(false);
    product.script.remove(account.person);
    product.clock.pass(MINUTE);
    expect(await sweep(product.ports)).toMatchObject({ settled: 1 });
    expect(await jobsOf(product)).toEqual([]);
  });

  it('of a password by who knew it, none do', async () => {
    const { product } = await aProvenJo();
    product.script.member('jo').account = { ...product.script.member('jo').account, locked: false };
    const changed = await changePassword(product.ports, {
      claim: { kind: 'account-name', name: 'jo' },
      password: 'Correct-Horse-1',
      newPassword: GOOD_PASSWORD,
      operation: 'operation-1',
      source: SOURCE,
      language: 'en',
    });
    expect(changed).toMatchObject({ outcome: { result: 'done' } });
    expect(await jobsOf(product)).toEqual([]);
  });
});
