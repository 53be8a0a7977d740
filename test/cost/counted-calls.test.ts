import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CountedFlow, CountedName } from '../../cost/counted-calls.ts';
import { hasDynamoDb } from '../support/central-store.ts';
import { countedProduct, type CountedProduct } from '../support/counted-product.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { linksOf, pageVisitor } from '../support/page-visitor.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';
import { anAccount, filetime } from '../support/scripted-account.ts';
import { NOW } from '../support/product.ts';

const OLD = 'Correct-Horse-1';
const LOCKED = { locked: true, lockoutTime: filetime(NOW - 60_000) };
const answers = (who: string) =>
  Object.fromEntries(Object.entries(answersOf(who)).map(([id, answer]) => [`answer.${id}`, answer]));

describe.skipIf(!hasDynamoDb())('what each way through the pages takes', () => {
  let counted: CountedProduct;
  beforeAll(async () => {
    counted = await countedProduct();
    const { product } = counted.door;
    await enrolled(product, 'jo', { account: LOCKED });
    await enrolled(product, 'kim', { account: LOCKED });
    product.script.add(anAccount('newcomer'), OLD);
    // Nobody pays for the first request of a process again: keys and configuration are at hand.
    await enrolled(product, 'warm');
    await counted.countedOf(() => walk('warm', 'reset'));
  });
  afterAll(() => counted.stop());

  /** Every page from the first, with the style sheet and scripts of the first visit, as `way` says. */
  async function walk(who: string, way: CountedName): Promise<void> {
    const { door } = counted;
    const visitor = pageVisitor(door);
    const code = () => door.product.mailbox.flatMap(({ text }) => /\b\d{8}\b/.exec(text) ?? []).at(-1) ?? '';
    await visitor.open('/');
    for (const asset of new Set(
      linksOf(visitor.seen[0] ?? { body: '', headers: {}, cookies: [], status: 0 }),
    ))
      if (/^\/(assets|branding)\//.test(asset)) await door.ask({ method: 'GET', path: asset });
    const steps: Readonly<Record<CountedName, () => Promise<unknown>>> = {
      abandoned: async () => {
        await visitor.open('/recover');
        await visitor.send('/recover', { username: who });
      },
      unlock: async () => {
        await steps.abandoned();
        await visitor.open('/recover/security-answers');
        await visitor.send('/recover/security-answers', answers(who));
        await visitor.send('/recover/unlock');
      },
      reset: async () => {
        await steps.abandoned();
        await visitor.send('/recover/email-code/send');
        await visitor.send('/recover/email-code', { code: code() });
        await visitor.open('/recover/security-answers');
        await visitor.send('/recover/security-answers', answers(who));
        await visitor.open('/recover/reset');
        await visitor.send('/recover/reset', { newPassword: GOOD_PASSWORD });
      },
      registration: async () => {
        await visitor.open('/enroll');
        await visitor.send('/enroll/sign-in', { username: who, password: OLD });
        await visitor.open('/enroll/security-answers');
        // Answers with one's own name in them are refused.
        await visitor.send('/enroll/security-answers', answers('velvet'));
        await visitor.open('/enroll/email-code');
        await visitor.send('/enroll/email-code', { address: `${who}@home.example` });
        await visitor.send('/enroll/email-code/confirm', { code: code() });
        await visitor.open('/enroll/methods');
        await visitor.send('/enroll/sign-out');
      },
      passwordChange: async () => {
        await visitor.open('/password/change');
        const form = { username: who, currentPassword: OLD, newPassword: GOOD_PASSWORD };
        await visitor.send('/password/change', form);
      },
    };
    await steps[way]();
    const odd = visitor.seen.filter(({ status }) => status !== 200 && status !== 303);
    expect(odd.map(({ body }) => body)).toEqual([]);
  }

  it('is what cost/counted-calls.json says, from which the bill is made', async () => {
    const flows: Record<string, CountedFlow> = {};
    const of = (who: string, way: CountedName) => counted.countedOf(() => walk(who, way));
    flows['reset'] = await of('jo', 'reset');
    flows['unlock'] = await of('kim', 'unlock');
    flows['abandoned'] = await of('nobody', 'abandoned');
    flows['registration'] = await of('newcomer', 'registration');
    flows['passwordChange'] = await of('newcomer', 'passwordChange');
    const { script } = counted.door.product;
    expect([script.member('jo').password, script.member('newcomer').password]).toEqual([
      GOOD_PASSWORD,
      GOOD_PASSWORD,
    ]);
    expect(script.member('kim').account.locked).toBe(false);
    const idle: Record<string, CountedFlow['calls']> = {};
    for (const [name, run] of Object.entries(counted.idle)) idle[name] = (await counted.countedOf(run)).calls;
    await expect(`${JSON.stringify({ flows, idle }, null, 2)}\n`).toMatchFileSnapshot(
      '../../cost/counted-calls.json',
    );
  });
});
