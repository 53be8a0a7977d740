import { describe, expect, it } from 'vitest';
import { portalLetters } from '../../lambdas/letters.ts';
import type { MetricName } from '../../lambdas/metrics.ts';
import { sendDueRun } from '../../lambdas/outbox-sender/run.ts';
import { sweepRun } from '../../lambdas/sweeper/run.ts';
import { withHeartbeat } from '../../lambdas/with-heartbeat.ts';
import { emittingMeter } from '../support/emitting.ts';
import { enrolled } from '../support/enrolled.ts';
import { aProduct, MINUTE, NOW } from '../support/product.ts';
import { sentCode, started } from '../support/recovering.ts';
import { aFlow, anEvent, anIntent } from '../support/stored-records.ts';

const counting = () => {
  const counted: MetricName[] = [];
  return { counted, meter: emittingMeter(({ metric }) => void counted.push(metric)) };
};

describe('the functions in the background', () => {
  it('count what was sent, dropped and not taken', async () => {
    const product = aProduct();
    for (const name of ['jo', 'ann']) await enrolled(product, name);
    product.refusing.add('ann@home.example.net');
    for (const name of ['jo', 'ann', 'nobody']) await sentCode(product, (await started(product, name)).key);
    const { counted, meter } = counting();
    expect(await sendDueRun(product.ports, meter)()).toEqual({ sent: 1, dropped: 1, failed: 1 });
    expect(counted).toEqual(['MessageSent', 'MessageDropped', 'MessageFailed', 'BackgroundRan']);
  });

  it('count what was settled, and what waits', async () => {
    const product = aProduct();
    for (let i = 0; i < 3; i += 1)
      await product.ports.flows.open(aFlow({ state: 'executing', intent: anIntent({ at: NOW }) }), anEvent());
    product.clock.pass(MINUTE);
    product.script.down(true);
    const { counted, meter } = counting();
    expect(await sweepRun(product.ports, meter)()).toEqual({ settled: 0, waiting: 3 });
    product.script.down(false);
    await sweepRun(product.ports, meter)();
    expect(counted).toEqual([
      ...Array<string>(3).fill('LeftoverWaiting'),
      'BackgroundRan',
      ...Array<string>(3).fill('LeftoverSettled'),
      'BackgroundRan',
    ]);
  });
});

describe('the heartbeat of a function in the background', () => {
  it('is counted when its run comes to its end, and not when it broke off: silence is what rings', async () => {
    const { counted, meter } = counting();
    const lines = withHeartbeat(meter, async (line: string) => `${line}!`);
    expect(await lines('done')).toBe('done!');
    const broken = withHeartbeat(meter, () => Promise.reject(new Error('broken')));
    await expect(broken()).rejects.toThrow('broken');
    expect(counted).toEqual(['BackgroundRan']);
  });
});

describe('a letter', () => {
  it('bears its code in the text and never in the subject', () => {
    const letters = portalLetters('https://reset.example.com');
    const facts = { organization: 'Example Ltd', helpLine: '1', at: NOW, code: '12345678', minutes: 10 };
    for (const kind of ['recovery-code', 'confirm-address'] as const) {
      const { subject, text } = letters.write({ ...facts, kind }, 'en');
      expect(text).toContain('12345678');
      expect(subject).not.toContain('12345678');
    }
  });

  it.each(['set-up-reminder', 'register-again'] as const)('says where the portal is: %s', (kind) => {
    const facts = { kind, organization: 'Example Ltd', helpLine: '1', at: NOW, by: NOW };
    expect(portalLetters('https://reset.example.com/prod').write(facts, 'en').text).toContain(
      ' https://reset.example.com/prod ',
    );
  });
});
