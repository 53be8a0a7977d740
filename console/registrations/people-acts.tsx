import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ComponentType } from 'react';
import type { Registration } from '../../client/client.ts';
import { useVisit } from '../session.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import type { AboutPeople } from './reason-dialog.tsx';
import { RemindDialog } from './remind-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { UnfreezeDialog } from './unfreeze-dialog.tsx';

type Act = 'revoke' | 'remind' | 'freeze' | 'unfreeze';

const DIALOGS: Readonly<Record<Act, ComponentType<AboutPeople>>> = {
  revoke: RevokeDialog,
  remind: RemindDialog,
  freeze: FreezeDialog,
  unfreeze: UnfreezeDialog,
};
const FREEZE = 'Freeze self-service';
const TAKE_OVER = 'Take the freeze over';
const LIFT = 'Lift the freeze';
const isAct = (id: string): id is Act => Object.hasOwn(DIALOGS, id);

/** What the help desk and administrators may do to the people picked; nothing for other roles. */
export function PeopleActs(props: {
  readonly people: readonly Registration[];
  /** Who put self-service on hold for them; where that is not known, both are offered. */
  readonly frozen?: 'person' | 'help-desk' | 'nobody';
  /** Told when something was done to them. */
  readonly onActed: () => void;
}) {
  const { people, frozen, onActed } = props;
  const { has } = useVisit();
  const [asking, setAsking] = useState<Act>();
  if (!has('help-desk', 'administrator')) return null;
  const Asking = asking && DIALOGS[asking];
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
        {frozen === undefined || frozen === 'person' ? (
          <ButtonDropdown
            disabled={nobody}
            items={[
              { id: 'unfreeze', text: LIFT },
              // A hold of the person's own may be lifted by another contact of theirs: the help desk's may not.
              { id: 'freeze', text: frozen === 'person' ? TAKE_OVER : FREEZE },
            ]}
            onItemClick={({ detail }) => isAct(detail.id) && setAsking(detail.id)}
          >
            Self-service
          </ButtonDropdown>
        ) : (
          <Button onClick={() => setAsking(frozen === 'nobody' ? 'freeze' : 'unfreeze')}>
            {frozen === 'nobody' ? FREEZE : LIFT}
          </Button>
        )}
      </SpaceBetween>
      {Asking && (
        <Asking
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
