import { CAST, DOMAIN } from '../people.ts';

/** The demonstration domain and its people, as JSON for seed.py. */
export const seedData = (): string => JSON.stringify({ domain: DOMAIN, people: CAST });
