import { personKey, type Person } from '../person.ts';

/** The people an act is about. */
export interface PeopleAsked {
  /** At most 100. */
  readonly people: readonly Person[];
}

/** How many people one act may be about. */
export const MOST_PEOPLE = 100;

/** Each person once, in the order they were first named. */
export const eachOnce = (people: readonly Person[]): readonly Person[] => [
  ...new Map(people.map((person) => [personKey(person), person])).values(),
];
