import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';

/** Asks before an act that takes something away; its button says the act. Closes once the act is done. */
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
  const act = async () => {
    setBusy(true);
    await props.onAct();
    setBusy(false);
    props.onClose();
  };
  return (
    <Modal
      visible={props.visible}
      header={props.header}
      closeAriaLabel="Close"
      onDismiss={props.onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onClose}>
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
      {props.children}
    </Modal>
  );
}
