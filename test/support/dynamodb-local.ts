import type { TestProject } from 'vitest/node';
import { findJava, startDynamoDbLocal } from '../../local/dynamodb-local.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where DynamoDB Local is; undefined where there is no Java. It may still be starting: see central-store.ts. */
    dynamodb: { readonly endpoint: string } | undefined;
  }
}

/**
 * Starts one DynamoDB Local for the run, in memory, without waiting for it: whoever needs it does. Without Java it is
 * left out and said so; with LATCHKEY_REQUIRE_ALL=1 that is an error.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const java = findJava();
  if (java === undefined) {
    const missing = 'DynamoDB Local (apt-get install default-jre-headless)';
    if (process.env['LATCHKEY_REQUIRE_ALL'] === '1') throw new Error(`missing: ${missing}`);
    console.log(`skipped: ${missing}`);
    project.provide('dynamodb', undefined);
    return undefined;
  }
  const local = await startDynamoDbLocal(java);
  project.provide('dynamodb', { endpoint: local.endpoint });
  return () => local.stop();
}
