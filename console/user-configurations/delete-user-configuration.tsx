import type { UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';

/** Asks before a user configuration is deleted. */
export function DeleteUserConfiguration(props: {
  readonly visible: boolean;
  readonly userConfiguration: UserConfiguration;
  readonly onClose: () => void;
}) {
  const { id, name } = props.userConfiguration;
  const { edit } = useDraft();
  const notices = useNotices();
  const remove = async () => {
    const kept = await edit((now) => ({
      ...now,
      userConfigurations: now.userConfigurations.filter((one) => one.id !== id),
    }));
    if (!kept) return false;
    notices.done(`“${name}” is deleted in your draft. It stays in force until you publish.`);
    go('user-configurations');
    return true;
  };
  return (
    <Confirm
      visible={props.visible}
      header={`Delete “${name}”?`}
      act="Delete from draft"
      onAct={remove}
      onClose={props.onClose}
    >
      Whom it matched falls under the next user configuration that matches them, or under none. The review
      says how many people that touches.
    </Confirm>
  );
}
