import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import type { Change } from '../../client/client.ts';
import { api } from '../api.ts';
import type { Moved } from '../draft-keeper.ts';
import { ChangeList } from '../parts/change-list.tsx';

/** Another window changed the draft first: shows what it holds now, and lets the change be made there too, or not. */
export function DraftMovedDialog({ moved }: { readonly moved: Moved | undefined }) {
  const [changes, setChanges] = useState<readonly Change[]>();
  const draft = moved?.there.draft;
  useEffect(() => {
    if (!draft) return undefined;
    const leaving = new AbortController();
    api
      .call('POST /api/admin/plan', { body: { document: draft.document }, signal: leaving.signal })
      .then((plan) => setChanges(plan.changes))
      // The choice can be made without it.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [draft]);
  const settle = (again: boolean) => {
    setChanges(undefined);
    moved?.settle(again);
  };
  return (
    <Modal
      visible={moved !== undefined}
      size="large"
      header="Your draft was changed in another window"
      closeAriaLabel="Leave the draft as it is there"
      onDismiss={() => settle(false)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => settle(false)}>Leave it as it is there</Button>
            <Button variant="primary" onClick={() => settle(true)}>
              Make my change there too
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>
          {draft
            ? `The draft was saved there on ${draft.savedAt.slice(0, 16).replace('T', ' at ')} UTC. Your change here is not kept yet; nothing you typed is lost.`
            : 'There is no draft any more: it was published or discarded there. Your change here is not kept yet; it can begin a new draft.'}
        </Box>
        {changes && <Box variant="h3">What the draft there changes</Box>}
        {changes && <ChangeList changes={changes} />}
      </SpaceBetween>
    </Modal>
  );
}
