import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { useDraft, type Document } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';

/** Makes an imported document the draft; asks first when that would replace one. Nothing for those who may not edit. */
export function TakeButton(props: {
  readonly document: Document;
  readonly fileName: string;
  readonly onTaken: () => void;
}) {
  const { document, fileName, onTaken } = props;
  const { draft, edit, readOnly } = useDraft();
  const notices = useNotices();
  const [asking, setAsking] = useState(false);
  if (readOnly) return null;
  const take = async () => {
    const kept = await edit(() => document);
    if (kept) {
      notices.done(`${fileName} is your draft now. Nothing is in force until you publish it.`);
      onTaken();
      go('review');
    }
    return kept;
  };
  return (
    <>
      <Button variant="primary" onClick={() => (draft ? setAsking(true) : void take())}>
        Make this my draft
      </Button>
      <Confirm
        visible={asking}
        header="Replace your draft?"
        act="Replace my draft"
        onAct={take}
        onClose={() => setAsking(false)}
      >
        You have a draft already. {fileName} takes its place, and the unpublished changes in it are lost. What
        is in force does not change.
      </Confirm>
    </>
  );
}
