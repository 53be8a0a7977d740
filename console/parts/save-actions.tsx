import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';

/** The end of a form: keeps it in the draft, or leaves it. */
export function SaveActions(props: {
  readonly label?: string;
  /** Whether it was kept. */
  readonly onSave: () => Promise<boolean>;
  readonly onCancel?: () => void;
  readonly disabled?: boolean;
}) {
  const { label = 'Save to draft', onSave, onCancel, disabled = false } = props;
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await onSave();
    } finally {
      setBusy(false);
    }
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button variant="primary" loading={busy} disabled={disabled} onClick={() => void save()}>
        {label}
      </Button>
      {onCancel && (
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </SpaceBetween>
  );
}
