import { unfreezing } from './act-on-people.ts';
import { whomOf } from './name-of.ts';
import { ReasonDialog, type AboutPeople } from './reason-dialog.tsx';

/** Lifts what holds self-service up for people, whoever put it there, with a reason. */
export const UnfreezeDialog = ({ people, onClose }: AboutPeople) => (
  <ReasonDialog
    people={people}
    header={`Lift the freeze for ${whomOf(people)}?`}
    act="Lift the freeze"
    how={unfreezing}
    onClose={onClose}
  >
    They can help themselves again. First make sure, in another way than this service, that it is they who
    ask; revoke what they did not register. They are told at every address and number they have confirmed.
  </ReasonDialog>
);
