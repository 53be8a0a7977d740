import type { QuestionGroup } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';

/** Asks before a group is deleted; its questions stay in the store. */
export function DeleteGroup(props: {
  readonly group: QuestionGroup | undefined;
  readonly onClose: () => void;
}) {
  const { group, onClose } = props;
  const { document, edit } = useDraft();
  const notices = useNotices();
  const id = group?.id ?? '';
  const isUsed = document.questionnaire.items.some((item) => 'group' in item && item.group === id);
  const remove = async () => {
    const kept = await edit((now) => ({
      ...now,
      groups: now.groups.filter((one) => one.id !== id),
      questionnaire: {
        ...now.questionnaire,
        items: now.questionnaire.items.filter((item) => !('group' in item) || item.group !== id),
      },
    }));
    if (!kept) return false;
    notices.done(`Group “${group?.name ?? ''}” is deleted in your draft.`);
    go('groups');
    return true;
  };
  return (
    <Confirm
      visible={group !== undefined}
      header={`Delete group “${group?.name ?? ''}”?`}
      act="Delete from draft"
      onAct={remove}
      onClose={onClose}
    >
      {isUsed
        ? 'The questionnaire asks it: it is taken out there too, and people may have to register again. '
        : ''}
      Its questions stay in the question store.
    </Confirm>
  );
}
