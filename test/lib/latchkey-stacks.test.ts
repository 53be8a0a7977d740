import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chosenSettings } from '../../lib/chosen-settings.ts';
import { synthesized } from './synthesized.ts';

const CONFIG = path.join(import.meta.dirname, '../../config');
const examples = readdirSync(CONFIG).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly unknown[];
    readonly suppressedViolations: readonly { readonly ruleName: string; readonly reason: string }[];
  }[];
}

describe.each(examples)('config/%s.ts', (name) => {
  test('synthesizes without AWS, and breaks no rule of AWS that is not answered with a reason', async () => {
    const { app } = synthesized(await chosenSettings(name));
    const file = path.join(app.synth().directory, 'validation-report.json');
    const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const [checked] = pluginReports.filter(({ pluginName }) => pluginName === 'AwsSolutions');
    expect(checked?.violations).toEqual([]);
    expect(checked?.suppressedViolations.length).toBeGreaterThan(0);
    for (const { reason } of checked?.suppressedViolations ?? []) expect(reason.length).toBeGreaterThan(40);
  });
});

test('the stacks are named by environment and lifetime', () => {
  const { stacks } = synthesized();
  expect(Object.values(stacks).map(({ stackName }) => stackName)).toEqual([
    'Latchkey-Example-Network',
    'Latchkey-Example-State',
    'Latchkey-Example-Service',
    'Latchkey-Example-Watch',
  ]);
});

test('state depends on nothing, so that everything else can go without it', () => {
  const { stacks } = synthesized();
  expect(stacks.state.dependencies).toEqual([]);
  expect(stacks.network.dependencies).toEqual([]);
});

test('an unknown environment is refused with those there are', async () => {
  await expect(chosenSettings('nowhere')).rejects.toThrow(
    /no config\/nowhere\.ts\. Choose one with -c env=NAME: .*example/,
  );
});
