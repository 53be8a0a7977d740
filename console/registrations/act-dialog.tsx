import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import type { Registration } from '../../client/client.ts';
import { reasonOf } from '../problem-sentence.ts';
import { actOnPeople, personKey, type ActOnSome, type Outcome } from './act-on-people.ts';
import { OutcomeTable } from './outcome-table.tsx';

/**
 * Asks before something is done to people, does it, then tells per person what came of it. What failed half-way can be tried
 * again for the rest.
 */
export function ActDialog(props: {
  readonly people: readonly Registration[];
  readonly header: string;
  readonly act: string;
  readonly disabled?: boolean;
  readonly how: ActOnSome;
  /** Told whether anything was done. */
  readonly onClose: (acted: boolean) => void;
  readonly children: ReactNode;
}) {
  const { people, header, act, disabled = false, how, onClose } = props;
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const told = new Set(outcomes.map(({ person }) => personKey(person)));
  const rest = people.filter(({ person }) => !told.has(personKey(person)));
  const run = async () => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await actOnPeople(
        rest.map(({ person }) => person),
        how,
        (more) => setOutcomes((before) => [...before, ...more]),
      );
    } catch (cause) {
      setTrouble(reasonOf(cause));
    } finally {
      setBusy(false);
    }
  };
  const asking = outcomes.length === 0;
  const close = () => {
    if (!busy) onClose(!asking);
  };
  return (
    <Modal
      visible
      size="large"
      header={header}
      closeAriaLabel="Close"
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant={rest.length > 0 ? 'link' : 'primary'} disabled={busy} onClick={close}>
              {asking ? 'Cancel' : 'Close'}
            </Button>
            {rest.length > 0 && (
              <Button variant="primary" loading={busy} disabled={disabled} onClick={() => void run()}>
                {asking ? act : `${act} for the rest`}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {trouble !== undefined && (
          <Alert type="error" statusIconAriaLabel="Error">
            {trouble} What is done already is not done twice: go on as soon as you can.
          </Alert>
        )}
        {asking ? <div>{props.children}</div> : <OutcomeTable people={people} outcomes={outcomes} />}
      </SpaceBetween>
    </Modal>
  );
}
