import path from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { EmittedReporter } from './test/support/emitted-reporter.ts';

/** Of this run alone: several may be at work in one tree. */
const EMITTED_FILE = path.join(import.meta.dirname, `.latchkey/emitted-metrics-${process.pid}.jsonl`);

/** Tests without a world of their own: no store, directory or browser beside them that others could trip over. */
const PLAIN = ['test/domain/**/*.test.ts', 'test/lambdas/**/*.test.ts', 'test/lib/**/*.test.ts'];

const shared = {
  // A file in a process of its own would read the whole product again. What a test bends, it puts back.
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  env: {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_VALIDATION: 'false',
    LATCHKEY_EMITTED_FILE: EMITTED_FILE,
  },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', new EmittedReporter(EMITTED_FILE)],
    projects: [
      { test: { ...shared, name: 'plain', include: PLAIN } },
      {
        test: {
          ...shared,
          name: 'whole',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...PLAIN],
          globalSetup: ['test/support/dynamodb-local.ts', 'test/directory/samba.ts', 'test/cli/built.ts'],
        },
      },
    ],
  },
});
