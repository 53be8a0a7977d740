import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import type { Registration } from '../../client/client.ts';
import { ActDialog } from './act-dialog.tsx';
import type { ActOnSome } from './act-on-people.ts';
import { isReason, ReasonField } from './reason-field.tsx';

/** What every dialog about people is given. */
export interface AboutPeople {
  readonly people: readonly Registration[];
  /** Told whether anything was done. */
  readonly onClose: (acted: boolean) => void;
}

/** Asks for a reason before something is done to people; its children say what that means for them. */
export function ReasonDialog(
  props: AboutPeople & {
    readonly header: string;
    readonly act: string;
    readonly how: (reason: string) => ActOnSome;
    readonly children: ReactNode;
  },
) {
  const { people, header, act, how, onClose, children } = props;
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      people={people}
      header={header}
      act={act}
      disabled={!isReason(reason)}
      how={how(reason.trim())}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>{children}</div>
        <ReasonField reason={reason} onChange={setReason} />
      </SpaceBetween>
    </ActDialog>
  );
}
