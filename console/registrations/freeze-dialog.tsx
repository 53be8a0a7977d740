import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Registration } from '../../client/client.ts';
import { ActDialog } from './act-dialog.tsx';
import { freezing } from './act-on-people.ts';
import { whomOf } from './name-of.ts';
import { isReason, ReasonField } from './reason-field.tsx';

/** Puts self-service on hold for people, with a reason. */
export function FreezeDialog(props: {
  readonly people: readonly Registration[];
  readonly onClose: (acted: boolean) => void;
}) {
  const { people, onClose } = props;
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      people={people}
      header={`Freeze self-service for ${whomOf(people)}?`}
      act="Freeze self-service"
      disabled={!isReason(reason)}
      how={freezing(reason.trim())}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>
          Nothing can be reset, unlocked or registered for them here until the help desk lifts the freeze.
          Their account in Active Directory is not touched. They are told at every address and number they
          have confirmed.
        </div>
        <ReasonField reason={reason} onChange={setReason} />
      </SpaceBetween>
    </ActDialog>
  );
}
