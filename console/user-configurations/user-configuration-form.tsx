import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { idTrouble } from '../parts/derived-id.ts';
import { put } from '../parts/ordering.ts';
import { SaveActions } from '../parts/save-actions.tsx';
import { ToldPanel } from '../parts/told-panel.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { ACTIONS } from './action-rule.ts';
import { AudienceEditor } from './audience-editor.tsx';
import { DeleteUserConfiguration } from './delete-user-configuration.tsx';
import { MatchPanel } from './match-panel.tsx';
import { NamePanel } from './name-panel.tsx';
import { withNew } from './order.ts';
import { isAcceptedInWords } from './proof-edits.ts';
import { ProofFields } from './proof-fields.tsx';
import { isToldAlready } from './told-already.ts';
import { useAssessed } from './use-assessed.ts';

/** One user configuration: its name, whom it matches, what it offers and what it asks for; new, or to be edited or deleted. */
export function UserConfigurationForm(props: {
  readonly before: UserConfiguration;
  readonly isNew: boolean;
}) {
  const { before, isNew } = props;
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const assessed = useAssessed();
  const { mine, dirty, change, replace } = useForm(before);
  const [tried, setTried] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const taken = isNew ? document.userConfigurations.map(({ id }) => id) : [];
  const index = document.userConfigurations.findIndex(({ id }) => id === before.id);
  const save = async () => {
    setTried(true);
    const hasName = mine.name.trim() !== '' && !(isNew && idTrouble(mine.id, taken) !== undefined);
    if (!hasName || !isAcceptedInWords(mine)) {
      notices.refused('Not saved', 'Put right what is marked on this screen first.');
      return false;
    }
    const kept = await edit((now) => ({ ...now, userConfigurations: inPlace(now.userConfigurations, mine) }));
    if (!kept) return false;
    notices.done(`“${mine.name}” is saved in your draft. It is in force once you publish it.`);
    if (isNew) go('user-configurations', mine.id);
    return true;
  };
  const told = ACTIONS.flatMap((action) => assessed(before.id, action)?.warnings ?? []);
  return (
    <ConfigurationLayout
      title={isNew ? 'New user configuration' : before.name}
      description="Whom it matches, what they may do, and how they must prove themselves."
      paths={[`/userConfigurations/${index}`]}
      actions={isNew ? undefined : <Button onClick={() => setDeleting(true)}>Delete</Button>}
    >
      <NamePanel
        userConfiguration={mine}
        isNew={isNew}
        taken={taken}
        showErrors={tried}
        onChange={(part) => change(part)}
      />
      <AudienceEditor part="include" userConfiguration={mine} onChange={(include) => change({ include })} />
      <AudienceEditor part="exclude" userConfiguration={mine} onChange={(exclude) => change({ exclude })} />
      <ProofFields
        userConfiguration={mine}
        saved={isNew ? undefined : before}
        showErrors={tried}
        onChange={replace}
      />
      {!readOnly && (
        <SaveActions onSave={save} onCancel={() => go('user-configurations')} disabled={!dirty && !isNew} />
      )}
      {!isNew && (
        <ToldPanel
          section="userConfigurations"
          id={before.id}
          isAbout={(warning) =>
            warning.includes(`"${before.name}"`) && !isToldAlready(warning, before.name, told)
          }
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
