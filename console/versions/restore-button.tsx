import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../client/client.ts';
import { api } from '../api.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';

/** Makes a version one's draft, to be reviewed and published as a new version. Nothing for those who may not edit. */
export function RestoreButton({ number }: { readonly number: number }) {
  const { draft, readOnly, inForce, take, reload } = useDraft();
  const notices = useNotices();
  const [asking, setAsking] = useState(false);
  if (readOnly || number === inForce.version) return null;
  const restore = async () => {
    try {
      take(
        await api.call('POST /api/admin/draft/restore', {
          body: { version: number, revision: draft?.revision ?? 0 },
        }),
      );
    } catch (cause) {
      notices.failed(`Version ${number} was not made your draft`, cause);
      // What is there now is shown, so that whoever tries again knows what would be replaced.
      if (cause instanceof ApiProblem && cause.code === 'draft-moved') await reload();
      return false;
    }
    notices.done(`Version ${number} is your draft now. Nothing is in force until you publish it.`);
    go('review');
    return true;
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Restore</Button>
      <Confirm
        visible={asking}
        header={`Make version ${number} your draft?`}
        act="Make it my draft"
        onAct={restore}
        onClose={() => setAsking(false)}
      >
        <SpaceBetween size="m">
          <div>
            You then see what would change against version {inForce.version}, which stays in force until you
            publish.
          </div>
          {draft && (
            <Alert type="warning" statusIconAriaLabel="Warning">
              You have a draft already. It is replaced, and the unpublished changes in it are lost.
            </Alert>
          )}
        </SpaceBetween>
      </Confirm>
    </>
  );
}
