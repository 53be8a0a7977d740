import * as z from 'zod';
import { ipv4 } from './addresses.ts';

/**
 * A network load balancer of ours in front of the listed domain controllers, for a link that lets through a few fixed
 * addresses only. One listener for each domain controller, on the port of its URL; 636 behind it. No TLS ends there.
 */
export const loadBalancerSettings = z.strictObject({
  /** One in each subnet of the functions, in their order: what a firewall on premises lets in. Left out, AWS chooses them. */
  addresses: z.array(ipv4('an address in the subnet of the functions')).optional(),
});
