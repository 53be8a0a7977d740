import { describe, expect, it } from 'vitest';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { TEXT_BREAKER } from '../../../domain/ports/outbox.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { startRecovery } from '../../../domain/recovery/start.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, type Product } from '../../support/product.ts';
import { AMERICAN, texting } from '../../support/texting.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const NAMES = 10_000;
/** Of so many names one is somebody's who has a number; the rest are nobody's. */
const ONE_IN = 50;
const A_BATCH = 1_000;

/** Starts a flow for a name, each from a source of its own, and has a code texted; what it was told, and what that cost. */
async function pump({ ports: all }: Product, name: string, index: number): Promise<string> {
  const { ports, counts } = countedPorts(all);
  const claim = readClaim(name);
  if (!claim) throw new Error(`${name} can name nobody`);
  const source = `10.${String(index >> 8)}.${String(index & 255)}.1`;
  const start = await startRecovery(ports, { claim, source, language: 'en', sendCode: 'sms-code' });
  if (start.kind !== 'started') return start.kind;
  return JSON.stringify([start.kind, start.handle.length, start.flow.asked.length, counts()]);
}

describe('a script that has texts sent to ten thousand names', () => {
  it('gets no more than the budget, whoever they are, and is told the same of each', async () => {
    const perHour = 30;
    const product = aProduct({
      ...texting({ perHour, perDay: 100 }),
      limits: { startsPerHour: NAMES },
    });
    for (let i = 0; i < NAMES; i += ONE_IN)
      await enrolled(product, `p${String(i)}`, { phones: [AMERICAN], addresses: [], answers: false });
    const told = new Set<string>();
    for (let i = 0; i < NAMES; i += 1) {
      told.add(await pump(product, `p${String(i)}`, i));
      if (i % A_BATCH === A_BATCH - 1) await everythingSent(product);
    }
    expect(told.size).toBe(1);
    expect([...told].join()).toContain('started');
    expect(product.mailbox).toHaveLength(perHour);
  }, 60_000);

  it('gets no more than the breaker lets through where the budget is large, and nothing more until the next hour', async () => {
    const product = aProduct(texting({ perHour: 1_000, perDay: 1_000 }));
    const texts = async (from: number) => {
      for (let i = from; i < from + TEXT_BREAKER.from + 20; i += 1) {
        await enrolled(product, `p${String(i)}`, { phones: [AMERICAN], addresses: [], answers: false });
        await pump(product, `p${String(i)}`, i);
      }
      await everythingSent(product);
      return product.mailbox.length;
    };
    expect(await texts(0)).toBe(TEXT_BREAKER.from);
    expect(await texts(500)).toBe(TEXT_BREAKER.from);
    product.clock.pass(60 * MINUTE);
    expect(await texts(1_000)).toBe(2 * TEXT_BREAKER.from);
  });
});

/** Runs the sender until nothing is left. */
async function everythingSent({ ports }: Product): Promise<void> {
  for (;;) {
    const { sent, dropped } = await sendDue(ports);
    if (sent + dropped === 0) return;
  }
}
