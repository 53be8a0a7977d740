import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chosenSettings } from '../../lib/chosen-settings.ts';
import { everything } from './everything.ts';
import { idleExports, obstacles } from './obstacles.ts';
import { specificationMistakes } from './resource-specification.ts';
import { PARTS, synthesized } from './synthesized.ts';
import { unseenOrder } from './unseen-order.ts';

const CONFIG = path.join(import.meta.dirname, '../../config');
const examples = readdirSync(CONFIG).flatMap((file) => /^(example.*)\.ts$/.exec(file)?.[1] ?? []);
const PACKS = ['AwsSolutions', 'NIST.800.53.R5'];
interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs?: readonly { readonly constructPath?: string }[];
    }[];
    readonly suppressedViolations: readonly { readonly ruleName: string; readonly reason: string }[];
  }[];
}

describe.each(await Promise.all(examples.map(async (name) => [name, await chosenSettings(name)] as const)))(
  'config/%s.ts',
  (_name, settings) => {
    const made = synthesized(settings);

    test.each(PACKS)(
      'synthesizes without AWS, and breaks no rule of %s that is not answered with a reason',
      (pack) => {
        const file = path.join(made.app.synth().directory, 'validation-report.json');
        const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as Report;
        const [checked] = pluginReports.filter(({ pluginName }) => pluginName === pack);
        const broken = checked?.violations.map(
          ({ ruleName, violatingConstructs = [] }) =>
            `${ruleName}: ${violatingConstructs.map(({ constructPath }) => constructPath).join(', ')}`,
        );
        expect(broken).toEqual([]);
        expect(checked?.suppressedViolations.length).toBeGreaterThan(0);
        for (const { reason } of checked?.suppressedViolations ?? [])
          expect(reason.length).toBeGreaterThan(40);
      },
    );

    test('can be created stack after stack: whatever is named is there, and nothing goes in a circle', () => {
      expect(obstacles(made.templates)).toEqual([]);
      expect(idleExports(made.templates)).toEqual([]);
    });

    test('asks of every type of resource what AWS says it has, and leaves out nothing that it needs', () => {
      expect(PARTS.flatMap((part) => specificationMistakes(made.templates[part]))).toEqual([]);
    });

    test('waits for what AWS needs first, where no reference says so', () => {
      expect(PARTS.flatMap((part) => unseenOrder(made.templates[part]))).toEqual([]);
    });

    // 500 resources of a stack and 300 of an API (unless asked for more) are the most that AWS takes.
    test('leaves room in every stack and in both APIs', () => {
      for (const part of PARTS) {
        const { Resources = {} } = made.templates[part].toJSON() as { readonly Resources?: object };
        expect([part, Object.keys(Resources).length < 450]).toEqual([part, true]);
        expect(made.all(part, 'AWS::ApiGateway::Resource').length).toBeLessThan(200);
      }
    });

    test('refers from later stacks to earlier ones only', () => {
      const order = PARTS.map((part) => made.stacks[part].stackName);
      for (const [index, part] of PARTS.entries())
        for (const { stackName } of made.stacks[part].dependencies)
          expect(order.indexOf(stackName)).toBeLessThan(index);
    });
  },
);

test('with all that settings can switch on, the stacks can be created one after the other as well', () => {
  const { templates } = synthesized(everything);
  expect(obstacles(templates)).toEqual([]);
  expect(PARTS.flatMap((part) => specificationMistakes(templates[part]))).toEqual([]);
  expect(PARTS.flatMap((part) => unseenOrder(templates[part]))).toEqual([]);
});

test('the stacks are named by environment and lifetime', () => {
  const { stacks } = synthesized();
  expect(Object.values(stacks).map(({ stackName }) => stackName)).toEqual([
    'Latchkey-Example-Network',
    'Latchkey-Example-State',
    'Latchkey-Example-Portal',
    'Latchkey-Example-Administration',
    'Latchkey-Example-Background',
    'Latchkey-Example-Watch',
  ]);
});

test('state and network depend on nothing, so that everything else can go without them', () => {
  const { stacks } = synthesized();
  expect(stacks.state.dependencies).toEqual([]);
  expect(stacks.network.dependencies).toEqual([]);
});

test('an unknown environment is refused with those there are', async () => {
  await expect(chosenSettings('nowhere')).rejects.toThrow(
    /no config\/nowhere\.ts\. Choose one with -c env=NAME: .*example/,
  );
});
