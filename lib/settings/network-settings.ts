import * as z from 'zod';
import { existingVpc, newVpcTransitGateway, newVpcVpn } from './network-kinds.ts';
import { networkMistakes } from './network-mistakes.ts';
import { say } from './wording.ts';

const KINDS = "one of kind: 'new-vpc-vpn', 'new-vpc-transit-gateway' or 'existing-vpc'";

/** How the functions reach the domain controllers. */
export const networkSettings = z
  .discriminatedUnion('kind', [newVpcVpn, newVpcTransitGateway, existingVpc], say(KINDS))
  .superRefine((network, context) => {
    for (const { path, message } of networkMistakes(network))
      context.addIssue({ code: 'custom', path: [...path], message });
  });
export type { NetworkSettings } from './network-kinds.ts';
