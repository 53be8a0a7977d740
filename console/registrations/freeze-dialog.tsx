import { freezing } from './act-on-people.ts';
import { whomOf } from './name-of.ts';
import { ReasonDialog, type AboutPeople } from './reason-dialog.tsx';

/** Puts self-service on hold for people, with a reason. */
export const FreezeDialog = ({ people, onClose }: AboutPeople) => (
  <ReasonDialog
    people={people}
    header={`Freeze self-service for ${whomOf(people)}?`}
    act="Freeze self-service"
    how={freezing}
    onClose={onClose}
  >
    Nothing can be reset, unlocked or registered for them here until the help desk lifts the freeze. Their
    account in Active Directory is not touched. They are told at every address and number they have confirmed.
  </ReasonDialog>
);
