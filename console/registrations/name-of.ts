import type { Registration } from '../../client/client.ts';

/** A display name; else the name to sign in with. */
export const nameOf = (person: Registration | undefined): string =>
  person === undefined || person.displayName === '' ? (person?.name ?? '') : person.displayName;

/** One person by name, or how many they are. */
export const whomOf = (people: readonly Registration[]): string =>
  people.length === 1 ? nameOf(people[0]) : `${people.length.toLocaleString('en')} people`;
