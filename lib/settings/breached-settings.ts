import { statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ipv4Range } from './addresses.ts';
import type { NetworkSettings } from './network-kinds.ts';
import type { ToldIssue } from './told-issues.ts';
import { say, text } from './wording.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** A function may be 250 MB with its code; the file goes beside that. */
const MOST_MB = 200;

const file = text('the path of the file that `latchkey breached build` wrote')
  .transform((name) => path.resolve(ROOT, name))
  .superRefine((name, context) => {
    const size = statSync(name, { throwIfNoEntry: false })?.size;
    const megabytes = Math.ceil((size ?? 0) / 1_000_000);
    const message =
      size === undefined || size === 0
        ? `${name} is not there, or empty: make it with \`latchkey breached build\``
        : megabytes > MOST_MB
          ? `${name} has ${megabytes} MB, and there is room for ${MOST_MB}: build it with fewer passwords`
          : undefined;
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

const rangeQuery = z.strictObject({
  /** The first five digits of a hash leave the network; the password does not. */
  rangeQuery: z.literal(true),
  url: z
    .url({
      protocol: /^https$/,
      ...say('https:// and the address of the service, up to where the digits go'),
    })
    .optional(),
  /** What becomes of a password while the service cannot be asked. */
  ifUnreachable: z.enum(['allow', 'refuse'], say("'allow' or 'refuse'")),
  /** Where the service is: what is opened to the functions, on port 443. */
  addresses: z.array(ipv4Range).min(1).default(['0.0.0.0/0']),
});

/** What new passwords are looked up in. */
export const breachedSettings = z.union(
  [z.literal('common'), z.strictObject({ file }), rangeQuery],
  say("'common', { file }, or { rangeQuery: true, ifUnreachable }"),
);
export type BreachedSettings = z.output<typeof breachedSettings>;

/** A VPC of our own has a way to the internet only where the settings say so. */
export function wayToBreachedPasswords({
  network,
  policy: { breachedPasswords: chosen },
}: {
  readonly network: NetworkSettings;
  readonly policy: { readonly breachedPasswords: BreachedSettings };
}): readonly ToldIssue[] {
  if (chosen === 'common' || !('rangeQuery' in chosen)) return [];
  if (network.kind === 'existing-vpc' || network.nat) return [];
  return [
    {
      path: ['policy', 'breachedPasswords'],
      message:
        'asks a service on the web, and a new VPC has no way to the internet: give { file }, or have a NAT gateway made with network.nat: true',
    },
  ];
}
