import { expect, it } from 'vitest';
import { embeddedMeter } from '../../lambdas/embedded-meter.ts';
import { emittedIn } from '../support/emitting.ts';

function meterOf(environment: string) {
  const lines: string[] = [];
  const made = embeddedMeter({ service: 'canary', environment }, (line) => lines.push(line));
  return { ...made, lines, emitted: () => lines.flatMap((line) => emittedIn(line)) };
}

it('metrics of two environments in one account do not add up: each has its own namespace', () => {
  const namespaces = ['Production', 'Test'].map((environment) => {
    const { meter, publish, emitted } = meterOf(environment);
    meter.count('CanaryRan');
    publish();
    return emitted().map(({ namespace }) => namespace);
  });
  expect(namespaces).toEqual([['Latchkey/Production'], ['Latchkey/Test']]);
});

it('a line has the function that counted, the unit of the list, and every dimension in one set: nothing is counted twice', () => {
  const { meter, lines } = meterOf('Production');
  meter.count('CanaryFailed', { step: 'unlock' });
  meter.count('RotationFailed', { domain: 'CORP', role: 'self-service' });
  const told = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(told.map(({ _aws }) => _aws)).toMatchObject([
    {
      CloudWatchMetrics: [
        { Dimensions: [['service', 'step']], Metrics: [{ Name: 'CanaryFailed', Unit: 'Count' }] },
      ],
    },
    { CloudWatchMetrics: [{ Dimensions: [['service', 'domain', 'role']] }] },
  ]);
  expect(told[0]).toMatchObject({ service: 'canary', step: 'unlock', CanaryFailed: 1 });
});

it('what has no dimensions waits for the end of a run, and is told once; nothing is told of nothing', () => {
  const { meter, publish, lines, emitted } = meterOf('Production');
  publish();
  meter.count('SecondsToUsablePassword', undefined, 3.25);
  meter.count('CanaryRan');
  meter.count('CanaryRan');
  expect(lines).toEqual([]);
  publish();
  publish();
  expect(lines).toHaveLength(1);
  expect(emitted().map(({ metric, unit, times }) => [metric, unit, times])).toEqual([
    ['SecondsToUsablePassword', 'Seconds', 3.25],
    ['CanaryRan', 'Count', 2],
  ]);
});

it('none is told as none', () => {
  const { meter, emitted } = meterOf('Production');
  meter.count('PreFlightJudged', { colour: 'red' }, 0);
  expect(emitted()).toMatchObject([{ metric: 'PreFlightJudged', times: 0 }]);
});
