import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { PostAction } from '../../client/client.ts';
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
import { useMistakes } from '../parts/use-mistakes.ts';
import { postActionOf, postActionsOf, typedOf, withPostActions } from './form.ts';
import { KindFields } from './kind-fields.tsx';
import { OccasionsField } from './occasions-field.tsx';
import { RemovePostAction } from './remove-post-action.tsx';
import { TextPanel } from './text-panel.tsx';

/** One post action: after what it is done, what it does, and what it says. */
export function PostActionForm(props: { readonly before: PostAction; readonly isNew: boolean }) {
  const { before, isNew } = props;
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change, replace } = useForm(typedOf(before));
  const mistakesAt = useMistakes();
  const [ownId, setOwnId] = useState<string>();
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const all = postActionsOf(document);
  const place = `/postActions/${all.findIndex((one) => one.id === before.id)}`;
  const mistakeOf = (...steps: readonly string[]) =>
    isNew || dirty ? undefined : steps.map((step) => mistakesAt(`${place}/${step}`)).find(Boolean);
  const taken = isNew ? all.map((one) => one.id) : [];
  const id = isNew ? (ownId ?? (mine.name === '' ? '' : derivedId(mine.name, taken))) : before.id;
  const nameless = mine.name.trim() === '';
  const save = async () => {
    setTried(true);
    if (nameless || idTrouble(id, taken) !== undefined) return false;
    const next = postActionOf(id, mine);
    if (!(await edit((now) => withPostActions(now, put(postActionsOf(now), next))))) return false;
    replace(typedOf(next));
    notices.done(`“${next.name}” is saved in your draft. It is done once you publish it.`);
    if (isNew) go('after-a-change', id);
    return true;
  };
  return (
    <ConfigurationLayout
      title={isNew ? 'New post action' : before.name}
      description="Done after a change, besides telling the person. It is tried for a day if it fails; the change itself never waits for it."
      paths={isNew ? [] : [place]}
      actions={isNew ? undefined : <Button onClick={() => setRemoving(true)}>Remove</Button>}
    >
      <Container header={<Header variant="h2">Post action</Header>}>
        <SpaceBetween size="l">
          <FormField label="Name" errorText={tried && nameless ? 'Give it a name.' : mistakeOf('name')}>
            <Input
              value={mine.name}
              readOnly={readOnly}
              ariaRequired
              onChange={({ detail }) => change({ name: detail.value })}
            />
          </FormField>
          <IdField id={id} isNew={isNew} taken={taken} onChange={setOwnId} />
          <OccasionsField
            after={mine.after}
            errorText={mistakeOf('after')}
            onChange={(after) => change({ after })}
          />
          <KindFields typed={mine} errorText={mistakeOf('endpoint', 'kind', 'attribute')} onChange={change} />
        </SpaceBetween>
      </Container>
      <TextPanel
        kind={mine.kind}
        text={mine.text}
        mistake={mistakeOf('text', 'value')}
        onChange={(text) => change({ text })}
      />
      {!readOnly && (
        <SaveActions onSave={save} onCancel={() => go('after-a-change')} disabled={!dirty && !isNew} />
      )}
      <Unsaved is={dirty} />
      {!isNew && <ToldPanel section="postActions" id={before.id} />}
      <RemovePostAction action={removing ? before : undefined} onClose={() => setRemoving(false)} />
    </ConfigurationLayout>
  );
}
