import type { Key } from '../catalogs/catalogs.ts';
import type { Frame } from '../frame.ts';
import { Note } from '../parts/note.tsx';

/** An action that is offered and would not work now; `until` (epoch milliseconds) is when it will. */
export interface Hindered {
  readonly because: 'password-expired' | 'locked' | 'minimum-age';
  readonly until?: number | undefined;
}

const WHY = {
  'password-expired': 'action.why-unlock',
  locked: 'action.why-reset-locked',
  'minimum-age': 'action.why-reset-age',
} as const satisfies Record<Hindered['because'], Key>;

/** Why an action would not work now, and when it will. */
export const Why = ({ frame, because, until }: Hindered & { frame: Frame }) => (
  <Note frame={frame} says={WHY[because]} at={until} />
);
