/**
 * The demonstration domain and everyone in it: what the embedded directory is seeded with, what a Samba domain is
 * seeded with for the tests, and what `npm start` prints. One truth, so that every directory shows the same people.
 */
export { CAST } from './cast/cast.ts';
export { DOMAIN } from './cast/domain.ts';
export { SECOND_CAST } from './cast/second-cast.ts';
export { SECOND_DOMAIN } from './cast/second-domain.ts';
export type { CastDomain, CastGroup, CastPasswordSettings, CastServiceAccount } from './cast/domain.ts';
export type { CastMember } from './cast/member.ts';
