import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Registration } from '../../client/client.ts';
import { ActDialog } from './act-dialog.tsx';
import { unfreezing } from './act-on-people.ts';
import { whomOf } from './name-of.ts';
import { isReason, ReasonField } from './reason-field.tsx';

/** Lifts what holds self-service up for people, whoever put it there, with a reason. */
export function UnfreezeDialog(props: {
  readonly people: readonly Registration[];
  readonly onClose: (acted: boolean) => void;
}) {
  const { people, onClose } = props;
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      people={people}
      header={`Lift the freeze for ${whomOf(people)}?`}
      act="Lift the freeze"
      disabled={!isReason(reason)}
      how={unfreezing(reason.trim())}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>
          They can help themselves again. First make sure, in another way than this service, that it is they
          who ask; revoke what they did not register. They are told at every address and number they have
          confirmed.
        </div>
        <ReasonField reason={reason} onChange={setReason} />
      </SpaceBetween>
    </ActDialog>
  );
}
