import * as z from 'zod';
import { allowList } from './allow-list.ts';
import { text } from './wording.ts';

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
  allowList: allowList('the portal', 'people'),
  customDomain: customDomain.optional(),
  /** The name of the stage; it is the path of the portal while there is no custom domain. */
  stageName: text('a stage name of letters, digits and hyphens', /^[A-Za-z0-9-]{1,30}$/).default('prod'),
});
