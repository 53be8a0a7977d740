import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { derivedId, idTrouble } from '../parts/derived-id.ts';
import { IdField } from '../parts/id-field.tsx';
import { put } from '../parts/ordering.ts';
import { SaveActions } from '../parts/save-actions.tsx';
import { ToldPanel } from '../parts/told-panel.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { ActionEditor } from './action-editor.tsx';
import { AudienceEditor } from './audience-editor.tsx';
import { DeleteUserConfiguration } from './delete-user-configuration.tsx';
import { MatchPanel } from './match-panel.tsx';
import { withNew } from './order.ts';

/** One user configuration: its name, whom it matches, what it offers and what it asks for; new, or to be edited or deleted. */
export function UserConfigurationForm(props: {
  readonly before: UserConfiguration;
  readonly isNew: boolean;
}) {
  const { before, isNew } = props;
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change } = useForm(before);
  const [ownId, setOwnId] = useState(!isNew);
  const [tried, setTried] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const taken = isNew ? document.userConfigurations.map(({ id }) => id) : [];
  const rename = (name: string) => change({ name, ...(!ownId && { id: derivedId(name, taken) }) });
  const index = document.userConfigurations.findIndex(({ id }) => id === before.id);
  const save = async () => {
    setTried(true);
    if (mine.name.trim() === '' || (isNew && idTrouble(mine.id, taken) !== undefined)) return false;
    const kept = await edit((now) => ({ ...now, userConfigurations: inPlace(now.userConfigurations, mine) }));
    if (!kept) return false;
    notices.done(`“${mine.name}” is saved in your draft. It is in force once you publish it.`);
    if (isNew) go('user-configurations', mine.id);
    return true;
  };
  return (
    <ConfigurationLayout
      title={isNew ? 'New user configuration' : before.name}
      description="Whom it matches, what they may do, and how they must prove themselves."
      paths={[`/userConfigurations/${index}`]}
      actions={isNew ? undefined : <Button onClick={() => setDeleting(true)}>Delete</Button>}
    >
      <Container header={<Header variant="h2">Name</Header>}>
        <SpaceBetween size="l">
          <FormField
            label="Name"
            description="By which administrators recognise it. People never see it."
            errorText={tried && mine.name.trim() === '' ? 'Give it a name.' : undefined}
          >
            <Input
              value={mine.name}
              readOnly={readOnly}
              ariaRequired
              onChange={({ detail }) => rename(detail.value)}
            />
          </FormField>
          <IdField
            id={mine.id}
            isNew={isNew}
            taken={taken}
            onChange={(id) => {
              setOwnId(true);
              change({ id });
            }}
          />
        </SpaceBetween>
      </Container>
      <AudienceEditor part="include" userConfiguration={mine} onChange={(include) => change({ include })} />
      <AudienceEditor part="exclude" userConfiguration={mine} onChange={(exclude) => change({ exclude })} />
      {(['unlock', 'reset'] as const).map((action) => (
        <ActionEditor
          key={action}
          action={action}
          rule={mine.actions[action]}
          onChange={(rule) => change({ actions: { ...mine.actions, [action]: rule } })}
        />
      ))}
      {!readOnly && (
        <SaveActions onSave={save} onCancel={() => go('user-configurations')} disabled={!dirty && !isNew} />
      )}
      {!isNew && (
        <ToldPanel
          section="userConfigurations"
          id={before.id}
          isAbout={(warning) => warning.includes(`"${before.name}"`)}
        />
      )}
      <MatchPanel
        document={{ ...document, userConfigurations: inPlace(document.userConfigurations, named(mine)) }}
      />
      <Unsaved is={dirty} />
      <DeleteUserConfiguration
        visible={deleting}
        userConfiguration={before}
        onClose={() => setDeleting(false)}
      />
    </ConfigurationLayout>
  );
}

/** In its place where it has one; new, where somebody can fall under it. */
const inPlace = (all: readonly UserConfiguration[], one: UserConfiguration): UserConfiguration[] =>
  all.some(({ id }) => id === one.id) ? put(all, one) : withNew(all, one);

/** What is not named yet can be tried out all the same. */
const named = (one: UserConfiguration): UserConfiguration => ({
  ...one,
  id: one.id || 'this-one',
  name: one.name || 'This user configuration',
});
