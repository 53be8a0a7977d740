import type { Row } from '../requests.ts';

const UNREAD = Symbol('unread');

/** In the place of a row that could not be read: where it was and why, so that the rows after it are read. */
export const unreadRow = (why: string): Row => Object.assign({}, { [UNREAD]: why });

/** Why this is no row; undefined where it is one. */
export function unreadBecause(row: Row): string | undefined {
  const why: unknown = Reflect.get(row, UNREAD);
  return typeof why === 'string' ? why : undefined;
}
