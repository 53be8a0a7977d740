import { ActDialog } from './act-dialog.tsx';
import { reminding } from './act-on-people.ts';
import { whomOf } from './name-of.ts';
import type { AboutPeople } from './reason-dialog.tsx';

/** Reminds people by e-mail to register, or to register again. */
export const RemindDialog = ({ people, onClose }: AboutPeople) => (
  <ActDialog
    people={people}
    header={`Remind ${whomOf(people)}?`}
    act="Send reminder"
    how={reminding}
    onClose={onClose}
  >
    Those who are not registered are asked by e-mail to do so, those whose answers are out of date to give
    them anew. Nobody is reminded twice a day, and nobody who is registered is reminded.
  </ActDialog>
);
