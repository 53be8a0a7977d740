import * as z from 'zod';
import { allowList } from './allow-list.ts';
import { firewallSettings } from './firewall-settings.ts';
import { say, text } from './wording.ts';

const customDomain = z.strictObject({
  name: text('a host name of your own, such as reset.example.com', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
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

const present = z.strictObject({
  /** An endpoint for execute-api that is there already, in whichever VPC. */
  endpointId: text(
    'the id of a VPC endpoint for execute-api, such as vpce-0123456789abcdef0',
    /^vpce-[0-9a-f]+$/,
  ),
});

/**
 * Where a door opens: `regional`, to the internet, for its allow-list; `private`, to the premises only, through an endpoint in the
 * VPC, which is made here or is there already.
 */
const door = z
  .union(
    [z.literal('regional'), z.literal('private'), present],
    say("'regional', 'private', or { endpointId } of an endpoint for execute-api that is there already"),
  )
  .default('regional');

/** How a door is reached: `what` is behind it, `who` comes through it; whether a CAPTCHA can stand before it. */
export const doorSettings = (what: string, who: string, captcha: 'captcha' | 'no captcha') =>
  z.strictObject({
    door,
    /** Of a private door, the networks as its endpoint sees them: those of the premises. */
    allowList: allowList(what, who),
    firewall: firewallSettings(captcha),
    customDomain: customDomain.optional(),
    /** The name of the stage; it is the path of the door while there is no custom domain. */
    stageName: text('a stage name of letters, digits and hyphens', /^[A-Za-z0-9-]{1,30}$/).default('prod'),
  });
export type DoorSettings = z.output<ReturnType<typeof doorSettings>>;
