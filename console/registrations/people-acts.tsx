import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Registration } from '../../client/client.ts';
import { useVisit } from '../session.tsx';
import { RemindDialog } from './remind-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** What the help desk and administrators may do to the people picked; nothing for other roles. */
export function PeopleActs(props: {
  readonly people: readonly Registration[];
  /** Told when something was done to them. */
  readonly onActed: () => void;
}) {
  const { people, onActed } = props;
  const { has } = useVisit();
  const [asking, setAsking] = useState<'revoke' | 'remind'>();
  if (!has('help-desk', 'administrator')) return null;
  const Dialog = asking === 'revoke' ? RevokeDialog : RemindDialog;
  const nobody = people.length === 0;
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <Button disabled={nobody} onClick={() => setAsking('remind')}>
          Send reminder
        </Button>
        <Button disabled={nobody} onClick={() => setAsking('revoke')}>
          Revoke
        </Button>
      </SpaceBetween>
      {asking && (
        <Dialog
          people={people}
          onClose={(acted) => {
            setAsking(undefined);
            if (acted) onActed();
          }}
        />
      )}
    </>
  );
}
