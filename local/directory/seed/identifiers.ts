import type { CastDomain } from '../../people.ts';

export const domainSid = ({ sid }: CastDomain, rid: number): string => `${sid}-${rid}`;

export const builtinSid = (rid: number): string => `S-1-5-32-${rid}`;

/** First RIDs of what the cast brings, far enough apart that adding someone moves nobody else's kind. */
export const FIRST_RID = { group: 1103, service: 1151, person: 1201 } as const;

/** RIDs AD gives out itself (MS-DTYP 2.4.2.4). */
export const RID = {
  administrator: 500,
  guest: 501,
  krbtgt: 502,
  domainAdmins: 512,
  domainUsers: 513,
  domainControllers: 516,
} as const;
