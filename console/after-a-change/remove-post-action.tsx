import type { PostAction } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { postActionsOf, withPostActions } from './form.ts';

/** Asks before a post action is removed. */
export function RemovePostAction(props: {
  readonly action: PostAction | undefined;
  readonly onClose: () => void;
}) {
  const { action, onClose } = props;
  const { edit } = useDraft();
  const notices = useNotices();
  const name = action?.name ?? '';
  const remove = async () => {
    const kept = await edit((now) =>
      withPostActions(
        now,
        postActionsOf(now).filter(({ id }) => id !== action?.id),
      ),
    );
    if (!kept) return false;
    notices.done(`“${name}” is removed in your draft. It is done until you publish.`);
    go('after-a-change');
    return true;
  };
  return (
    <Confirm
      visible={action !== undefined}
      header={`Remove “${name}”?`}
      act="Remove from draft"
      onAct={remove}
      onClose={onClose}
    >
      It is not done any more once you publish. For changes before that it still is, also where it has to be
      tried again.
    </Confirm>
  );
}
