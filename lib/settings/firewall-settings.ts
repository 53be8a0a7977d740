import * as z from 'zod';
import { say } from './wording.ts';

const PACE = 'how many requests one address may make in five minutes, from 10 to 2,000,000,000';
const pace = (most: number) =>
  z.int(say(PACE)).min(10, say(PACE)).max(2_000_000_000, say(PACE)).default(most);
const CAPTCHA =
  'true or false; only the portal can have a CAPTCHA, as the console and the command line cannot show one';

/**
 * The WAF before a door, against floods and known attacks. It counts by address, so many people behind one address share these;
 * exact caps are counted in the central store.
 */
export const firewallSettings = (captcha: 'captcha' | 'no captcha') =>
  z
    .union(
      [
        z.literal('off'),
        z.strictObject({
          requestsPerFiveMinutes: pace(3000),
          /** Of those, the ones that begin a flow, a session or a change. */
          beginningsPerFiveMinutes: pace(300),
          /** Asks whoever begins to solve a puzzle. Programs that speak JSON then cannot begin, the canary too. */
          captcha: (captcha === 'captcha' ? z.boolean(say(CAPTCHA)) : z.literal(false, say(CAPTCHA))).default(
            false,
          ),
        }),
      ],
      say("'off', or the settings of the firewall in { }"),
    )
    .prefault({});
