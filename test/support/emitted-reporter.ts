import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node';
import { METRICS, type MetricName } from '../../lambdas/metrics.ts';

const NAMES = Object.keys(METRICS) as readonly MetricName[];
const PROJECT = 'plain';
/** The one journey that emits what no test of that project does. */
const CANARY = '/test/journeys/canary.test.ts';

/** The metrics of the list that nothing emitted, by the lines of the file, with the dimensions that they have. */
export function notEmitted(lines: string): readonly string[] {
  const emitted = new Set(lines.split('\n'));
  return NAMES.filter((metric) => {
    const dimensions = [...METRICS[metric].dimensions].toSorted();
    return !emitted.has(JSON.stringify({ metric, dimensions }));
  });
}

/**
 * Fails a run of all tests of the project `plain` and of the canary in which a metric of the list was never emitted with its dimensions. What
 * dashboards and alarms read is held to the same list by test/lib/stacks/watch-stack.test.ts. A part of the tests says nothing,
 * and a run in which some failed has said enough.
 */
export class EmittedReporter implements Reporter {
  private readonly file: string;
  private vitest: Vitest | undefined;

  constructor(file: string) {
    this.file = file;
  }

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    _: readonly unknown[],
    reason: TestRunEndReason,
  ): Promise<void> {
    const lines = existsSync(this.file) ? readFileSync(this.file, 'utf8') : '';
    rmSync(this.file, { force: true });
    if (reason !== 'passed' || !(await this.isWhole(modules))) return;
    const missing = notEmitted(lines);
    if (missing.length === 0) return;
    this.vitest?.logger.error(
      `\nIn lambdas/metrics.ts, and emitted by no test with the dimensions that it has there: ${missing.join(', ')}.\nEmit it in a test of test/lambdas (test/support/emitting.ts), or take it off the list.\n`,
    );
    process.exitCode = 1;
  }

  private async isWhole(modules: readonly TestModule[]): Promise<boolean> {
    if (!this.vitest || this.vitest.config.testNamePattern) return false;
    const ran = new Set(modules.map(({ moduleId }) => moduleId));
    const all = await this.vitest.globTestSpecifications();
    return all
      .filter(({ project, moduleId }) => project.name === PROJECT || moduleId.endsWith(CANARY))
      .every(({ moduleId }) => ran.has(moduleId));
  }
}
