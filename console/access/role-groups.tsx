import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useState } from 'react';
import type { DirectoryObject, GroupRef } from '../../client/client.ts';
import { DirectoryField } from '../parts/directory-field.tsx';

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether it is that group: by its SID, or by its name as long as nobody has looked it up. */
export const isGroup = (group: GroupRef, { id, name }: Pick<DirectoryObject, 'id' | 'name'>): boolean =>
  group.sid === '' ? alike(group.name, name) : alike(group.sid, id);

/** The groups whose members have a role. */
export function RoleGroups(props: {
  readonly name: string;
  readonly may: string;
  readonly groups: readonly GroupRef[];
  readonly mayEdit: boolean;
  readonly onAdd: (group: GroupRef) => Promise<boolean>;
  readonly onRemove: (group: GroupRef) => Promise<boolean>;
}) {
  const { name, may, groups, mayEdit, onAdd, onRemove } = props;
  const [trouble, setTrouble] = useState<string>();
  const add = (found: DirectoryObject) => {
    const there = groups.some((group) => isGroup(group, found));
    setTrouble(there ? `Group ${found.name} is in this role already.` : undefined);
    if (!there) void onAdd({ name: found.name, sid: found.id });
  };
  return (
    <Container
      header={
        <Header variant="h2" description={may} counter={`(${groups.length})`}>
          {name}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {mayEdit && (
          <FormField
            label={`Add a group: ${name}`}
            description="Nested groups count too."
            errorText={trouble}
          >
            <DirectoryField kind="group" onChosen={add} />
          </FormField>
        )}
        {groups.length === 0 ? (
          <Box color="text-body-secondary">No group is named here.</Box>
        ) : (
          <TokenGroup
            readOnly={!mayEdit}
            items={groups.map((group) => ({
              label: group.name,
              dismissLabel: `Remove ${group.name} from: ${name}`,
            }))}
            onDismiss={({ detail }) => {
              const group = groups[detail.itemIndex];
              if (group) void onRemove(group);
            }}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
