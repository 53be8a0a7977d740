import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';

/**
 * Asks before an act that takes something away; its button says the act. Closes once the act is done, and stays when `onAct`
 * answers false: then nothing typed in it is lost.
 */
export function Confirm(props: {
  readonly visible: boolean;
  readonly header: string;
  readonly act: string;
  readonly disabled?: boolean;
  readonly onAct: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const close = () => {
    setFailed(false);
    props.onClose();
  };
  const act = async () => {
    setBusy(true);
    try {
      const done = (await props.onAct()) !== false;
      if (done) close();
      else setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      visible={props.visible}
      header={props.header}
      closeAriaLabel="Close"
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              Cancel
            </Button>
            <Button
              variant="primary"
              loading={busy}
              disabled={props.disabled ?? false}
              onClick={() => void act()}
            >
              {props.act}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failed && (
          <Alert type="error" statusIconAriaLabel="Error">
            That was not done. The top of the page says why.
          </Alert>
        )}
        <div>{props.children}</div>
      </SpaceBetween>
    </Modal>
  );
}
