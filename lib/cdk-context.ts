import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The flags of cdk.json, which the CDK's command line would pass on; whoever makes an App without it gives it these. */
export function cdkContext(): Record<string, unknown> {
  const file = path.join(import.meta.dirname, '..', 'cdk.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly context: Record<string, unknown> }).context;
}
