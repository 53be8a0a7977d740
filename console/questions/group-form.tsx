import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { QuestionGroup } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { derivedId, idTrouble } from '../parts/derived-id.ts';
import { IdField } from '../parts/id-field.tsx';
import { NumberField } from '../parts/number-field.tsx';
import { put } from '../parts/ordering.ts';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { DeleteGroup } from './delete-group.tsx';
import { GroupMembers } from './group-members.tsx';

/** One question group: its name, its questions, and how many of them people answer. */
export function GroupForm(props: { readonly before: QuestionGroup; readonly isNew: boolean }) {
  const { before, isNew } = props;
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change } = useForm(before);
  const [ownId, setOwnId] = useState<string>();
  const [tried, setTried] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const taken = isNew ? document.groups.map(({ id }) => id) : [];
  const id = isNew ? (ownId ?? (mine.name === '' ? '' : derivedId(mine.name, taken))) : before.id;
  const most = mine.questions.length;
  const answers = mine.answer >= 1 && mine.answer <= most;
  const save = async () => {
    setTried(true);
    if (mine.name.trim() === '' || !answers || idTrouble(id, taken) !== undefined) return false;
    if (!(await edit((now) => ({ ...now, groups: put(now.groups, { ...mine, id }) })))) return false;
    notices.done(`Group “${mine.name}” is saved in your draft.`);
    if (isNew) go('groups', id);
    return true;
  };
  return (
    <ConfigurationLayout
      title={isNew ? 'New question group' : before.name}
      description="People pick and answer some of its questions; no question is asked twice."
      paths={isNew ? [] : [`/groups/${document.groups.findIndex((one) => one.id === before.id)}`]}
      actions={isNew ? undefined : <Button onClick={() => setDeleting(true)}>Delete</Button>}
    >
      <Container header={<Header variant="h2">Group</Header>}>
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
              onChange={({ detail }) => change({ name: detail.value })}
            />
          </FormField>
          <IdField id={id} isNew={isNew} taken={taken} onChange={setOwnId} />
          <NumberField
            label="Questions to answer"
            description={`How many of its ${most} questions people answer.`}
            value={Number.isNaN(mine.answer) ? undefined : mine.answer}
            least={1}
            most={most}
            refusal={refusalOf(most)}
            disabled={readOnly}
            onChange={(answer) => change({ answer: answer ?? Number.NaN })}
          />
        </SpaceBetween>
      </Container>
      <GroupMembers questions={mine.questions} onChange={(questions) => change({ questions })} />
      {!readOnly && <SaveActions onSave={save} onCancel={() => go('groups')} disabled={!dirty && !isNew} />}
      <Unsaved is={dirty} />
      <DeleteGroup group={deleting ? before : undefined} onClose={() => setDeleting(false)} />
    </ConfigurationLayout>
  );
}

const refusalOf = (most: number): string => {
  if (most === 0) return 'Add questions first: nobody can answer a question of an empty group.';
  const some = most === 1 ? 'only 1 question' : `${most} questions`;
  return `The group has ${some}: ask for ${most === 1 ? '1' : `1 to ${most}`} of them, or add questions.`;
};
