import * as z from 'zod';
import { rangeOf } from './addresses.ts';
import { say, text } from './wording.ts';

/** The widest network that still counts as a list: anything wider is meant as everybody. */
const WIDEST = { ipv4: 8, ipv6: 16 } as const;
const LIST = "the networks people come from in CIDR notation, or the word 'any'";

/** Who may call the portal at all. Everybody is only ever said in so many words. */
const allowList = z
  .custom<'any' | readonly string[]>(
    (value) => value === 'any' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string')),
    say(LIST),
  )
  .superRefine((list, context) => {
    if (list === 'any') return;
    if (list.length === 0)
      context.addIssue({
        code: 'custom',
        message: `is empty, so nobody could use the portal: give ${LIST}`,
      });
    list.forEach((entry, index) => {
      const message = problemOf(entry);
      if (message !== undefined) context.addIssue({ code: 'custom', path: [index], message });
    });
  });

function problemOf(entry: string): string | undefined {
  const range = rangeOf(entry);
  if (!range)
    return `"${entry}" is not a network: give it in CIDR notation, such as 198.51.100.0/24 or 198.51.100.7/32`;
  if (range.prefix >= WIDEST[range.family]) return undefined;
  return `"${entry}" lets in more than a list should: narrow it, or write allowList: 'any' when everybody is meant`;
}

const customDomain = z.strictObject({
  name: text('the host name of the portal, such as reset.example.com', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  certificateArn: text(
    'the ARN of an ACM certificate for that name in the region of the deployment',
    /^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
  ),
  /** The public zone in Route 53 that gets the name's record; without it the record is made by hand. */
  hostedZone: z
    .strictObject({
      id: text('the id of the hosted zone, such as Z0123456789ABCDEFGHIJ', /^Z[A-Z0-9]+$/),
      name: text('the name of the hosted zone, such as example.com'),
    })
    .optional(),
});

/** How people reach the portal. */
export const portalSettings = z.strictObject({
  allowList,
  customDomain: customDomain.optional(),
  /** The name of the stage; it is the path of the portal while there is no custom domain. */
  stageName: text('a stage name of letters, digits and hyphens', /^[A-Za-z0-9-]{1,30}$/).default('prod'),
});
