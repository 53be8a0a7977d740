import { expect, it } from 'vitest';
import { METRICS, type MetricName } from '../../lambdas/metrics.ts';
import { meterRepair } from '../../lambdas/http/meter-repair.ts';
import { sendDueRun } from '../../lambdas/outbox-sender/run.ts';
import { tellOutsideRun } from '../../lambdas/post-actions/run.ts';
import { sealRun } from '../../lambdas/trail-sealer/run.ts';
import { acts } from '../../lambdas/verify/act.ts';
import type { Request } from '../../lambdas/http/request.ts';
import type { Edge } from '../../lambdas/http/site.ts';
import { answersOffer } from '../../domain/verification/methods/security-answers.ts';
import { emittingCounts } from '../support/emitting.ts';
import { enrolled } from '../support/enrolled.ts';
import { notEmitted } from '../support/emitted-reporter.ts';
import { POST_ACTIONS } from '../support/post-actions.ts';
import { aProduct, MINUTE, type Product } from '../support/product.ts';
import { proven, repair, RESET, sentCode, started } from '../support/recovering.ts';
import { BRITISH, texting } from '../support/texting.ts';

const journal = { info: () => undefined, error: () => undefined };
const counted = (meter: ReturnType<typeof emittingCounts>) =>
  meter
    .counts()
    .filter(({ metric }) => metric !== 'BackgroundRan')
    .map(({ metric, dimension, count }) => `${metric} ${dimension} ${count}`.replace('  ', ' '));

it('a start beyond the budget of a source, and a proof beyond that of a person, are counted as such', async () => {
  const product = aProduct({ limits: { startsPerSourceHour: 9 } });
  await enrolled(product, 'jo');
  const meter = emittingCounts();
  const verify = acts(product.ports, { meter, journal } as unknown as Edge);
  const request = { source: '192.0.2.7', language: 'en' } as unknown as Request;
  for (let i = 0; i < 10; i += 1) await verify.start(request, { kind: 'account-name', name: 'jo' });
  // Flows of other sources: the person's own budget is what ends it.
  for (let i = 0; i < 8; i += 1) {
    const { key } = await started(product, 'jo', `198.51.100.${i}`);
    await verify.offer(request, key, answersOffer(product.ports, { nothing: 'right' }));
  }
  expect(counted(meter)).toEqual([
    'RecoveryStarted 9',
    'StartRefused 1',
    'ProofRefused method=security-answers 7',
    'ProofThrottled 1',
  ]);
});

it('a change that the directory does not let us make is counted as a hole in the delegation', async () => {
  const product = aProduct();
  await enrolled(product, 'jo');
  const { key } = await proven(product, 'jo');
  product.script.answer({ refuse: 'not-permitted' });
  const meter = emittingCounts();
  meterRepair(meter, await repair(product, key, RESET));
  expect(counted(meter)).toEqual(['NotPermitted 1']);
});

it('texts are counted with the budget that they are of, and those held back by why', async () => {
  const product = aProduct(texting({ perHour: 1, perDay: 100 }));
  await enrolled(product, 'jo', { phones: [BRITISH] });
  const meter = emittingCounts();
  const send = sendDueRun(product.ports, meter);
  for (let i = 0; i < 2; i += 1) await sentCode(product, (await started(product, 'jo')).key, 'sms-code');
  await send();
  await send();
  expect(
    counted(meter)
      .filter((line) => line.startsWith('Text'))
      .toSorted(),
  ).toEqual([
    'TextBudget window=day 100',
    'TextBudget window=hour 1',
    'TextDropped reason=budget 1',
    'TextSent 1',
  ]);
});

it('what should follow a change and did not for a day is counted as given up', async () => {
  const product = afterActions();
  await enrolled(product, 'jo');
  const { key } = await proven(product, 'jo');
  await repair(product, key, RESET);
  const meter = emittingCounts();
  const tell = tellOutsideRun(product.ports, { meter, journal });
  await tell();
  product.clock.pass(25 * 60 * MINUTE);
  await tell();
  expect(counted(meter)).toContain('PostActionGivenUp kind=webhook 1');
});

const afterActions = (): Product =>
  aProduct(
    {
      document: { postActions: POST_ACTIONS },
      outside: { webhooks: ['desk'], events: true, writableAttributes: [] },
    },
    {
      webhooks: { deliver: async () => ({ kind: 'failed', why: 'it answered 500' }) },
      events: { publish: async () => ({ kind: 'done' }) },
    },
  );

it('each run of the sealer says how much it sealed, and that it signed', async () => {
  const product = aProduct();
  const meter = emittingCounts();
  await sealRun(product.ports, { meter, journal })();
  expect(counted(meter)).toEqual(['TrailSealed 0', 'TrailSigned 1']);
});

it('a metric of the list that was emitted without its dimensions counts as not emitted', () => {
  const lines = (except?: MetricName) =>
    (Object.keys(METRICS) as MetricName[])
      .map((metric) =>
        JSON.stringify({
          metric,
          dimensions: metric === except ? [] : [...METRICS[metric].dimensions].toSorted(),
        }),
      )
      .join('\n');
  expect(notEmitted(lines())).toEqual([]);
  expect(notEmitted(lines('ProofRefused'))).toEqual(['ProofRefused']);
  expect(notEmitted('')).toHaveLength(Object.keys(METRICS).length);
});
