import * as z from 'zod';
import type { FunctionName } from '../../lambdas/environment.ts';
import { type Concurrency, shareOf } from './connections.ts';
import type { ToldIssue } from './told-issues.ts';
import { say } from './wording.ts';

const warm = z.int(say('a whole number from 1')).min(1).optional();

/** How many environments of a function are kept warm, day and night, and paid for: nobody waits for a start. None when left out. */
export const provisionedSettings = z.strictObject({
  portal: warm,
  enroll: warm,
  verify: warm,
  unlock: warm,
  reset: warm,
  federation: warm,
  admin: warm,
  console: warm,
});

/** How many environments of each function are kept warm. */
type Provisioned = Readonly<Partial<Record<FunctionName, number | undefined>>>;

/** How many of a function are kept warm; undefined for none. */
export const keptWarm = (name: FunctionName, provisioned: Provisioned): number | undefined =>
  provisioned[name];

/** More kept warm than may run. */
export function provisionedTogether(settings: {
  readonly provisioned: Provisioned;
  readonly concurrency: Concurrency;
}): readonly ToldIssue[] {
  return Object.entries(settings.provisioned).flatMap(([name, kept]) => {
    const most = shareOf(name as FunctionName, settings.concurrency);
    return kept === undefined || most === undefined || kept <= most
      ? []
      : [
          {
            path: ['provisioned', name],
            message: `${kept} of ${name} would be kept warm, and ${most} may run at once: lower this, or raise concurrency.${name}`,
          },
        ];
  });
}
