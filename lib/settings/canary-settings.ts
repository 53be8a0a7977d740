import * as z from 'zod';
import { say, text } from './wording.ts';

const canary = z.strictObject({
  /** NetBIOS name of the domain it is in; the default one when left out. */
  domain: text('the NetBIOS name of one of the domains')
    .transform((name) => name.toUpperCase())
    .optional(),
  username: text(
    "the sAMAccountName of an account made for this and nothing else, such as 'latchkey-canary'",
    /^[^"/\\[\]:;|=,+*?<>@\s]{1,20}$/,
  ),
  /**
   * Where it stands. `network`: in the VPC, where it also locks itself first; it needs a NAT gateway, or a portal that is private.
   * `outside`: anywhere on the internet, where it has no address that an allow-list could hold.
   */
  from: z.enum(['network', 'outside'], say("'network' or 'outside'")),
  /** Nobody else comes from `network.natAddresses`, which the portal's door lets in for it: without it a synth warns. */
  ownAddress: z.literal(true, say('true, where it is so, or leave it out')).optional(),
});

/** The synthetic person that recovers itself every hour: docs/canary.md. Left out it is off too, and a synth says so. */
export const canarySettings = z
  .union([z.literal('off'), canary], say("'off', or { username, from }: docs/canary.md"))
  .optional();
export type CanarySettings = z.output<typeof canarySettings>;
/** That there is one. */
export type CanaryOfSettings = z.output<typeof canary>;

/** The canary of the settings; undefined when there is none. */
export const canaryOf = ({
  canary: said,
}: {
  readonly canary?: CanarySettings;
}): CanaryOfSettings | undefined => (said === 'off' ? undefined : said);
