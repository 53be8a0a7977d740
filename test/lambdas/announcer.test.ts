import { expect, it } from 'vitest';
import { announceRun } from '../../lambdas/announcer/run.ts';
import { emittingMeter } from '../support/emitting.ts';
import { asking } from '../support/configured.ts';
import { enrolled } from '../support/enrolled.ts';
import { aProduct, publish } from '../support/product.ts';

it('the announcer tells each once that they must register anew, and counts whom it told', async () => {
  const product = aProduct();
  await enrolled(product, 'ann');
  await enrolled(product, 'ben');
  const counted: string[] = [];
  const run = announceRun(
    product.ports,
    emittingMeter(({ metric }) => void counted.push(metric)),
  );
  expect(await run()).toMatchObject({ looked: 0, told: 0 });
  const { questionnaire } = await product.ports.configuration.current();
  const acceptedUntil = product.clock.now() + 24 * 60 * 60_000;
  await publish(product, {
    document: asking(['first-concert', 'wall-picture']),
    questionnaireVersion: 2,
    earlierQuestionnaires: [{ ...questionnaire, replacedAt: product.clock.now(), acceptedUntil }],
  });
  expect(await run()).toMatchObject({ looked: 2, told: 2 });
  expect(await run()).toMatchObject({ told: 0, toldBefore: 2 });
  expect(counted.filter((metric) => metric !== 'BackgroundRan')).toEqual([
    'ReminderQueued',
    'ReminderQueued',
  ]);
});
