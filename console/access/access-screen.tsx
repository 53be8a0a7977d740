import Alert from '@cloudscape-design/components/alert';
import type { GroupRef, Role } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { useVisit } from '../session.tsx';
import { isGroup, RoleGroups } from './role-groups.tsx';
import { ROLE_WORDS } from './role-words.ts';

const THE_DEPLOYMENTS =
  'Members of the administrators’ group that the deployment’s own settings name are administrators as well, whatever is said here: so nobody can lock everyone out. Only a deployment changes that group.';

/** Whose members may use the console and the command line, role by role. */
export default function AccessScreen() {
  const { document, edit, readOnly } = useDraft();
  const { has } = useVisit();
  const mayEdit = has('administrator');
  const change = (role: Role, groups: (before: readonly GroupRef[]) => GroupRef[]) =>
    edit((now) => ({ ...now, access: { ...now.access, [role]: groups(now.access[role]) } }));
  return (
    <ConfigurationLayout
      title="Access"
      description="The groups of the directory whose members may use this console, and what for."
      paths={['/access']}
    >
      <Alert type="info" statusIconAriaLabel="Info">
        {THE_DEPLOYMENTS}
      </Alert>
      {!mayEdit && !readOnly && (
        <Alert type="info" statusIconAriaLabel="Info">
          Only an administrator may change who has access. Ask one of them.
        </Alert>
      )}
      {ROLE_WORDS.map(({ role, name, may }) => (
        <RoleGroups
          key={role}
          name={name}
          may={may}
          groups={document.access[role]}
          mayEdit={mayEdit}
          onAdd={(group) =>
            change(role, (before) =>
              before.some((one) => isGroup(one, { name: group.name, id: group.sid }))
                ? [...before]
                : [...before, group],
            )
          }
          onRemove={(group) =>
            change(role, (before) =>
              before.filter((one) => !isGroup(one, { name: group.name, id: group.sid })),
            )
          }
        />
      ))}
    </ConfigurationLayout>
  );
}
