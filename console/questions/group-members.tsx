import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { AddSelect } from '../parts/add-select.tsx';
import { OrderedTable } from '../parts/ordered-table.tsx';
import { moved } from '../parts/ordering.ts';
import { questionName, withoutSingle } from './question-uses.ts';

/** The questions of a group; of those that also stand alone in the questionnaire it offers to take the single one out. */
export function GroupMembers(props: {
  readonly questions: readonly string[];
  readonly onChange: (questions: string[]) => void;
}) {
  const { questions, onChange } = props;
  const { document } = useDraft();
  const nameOf = (id: string) => questionName(id, document);
  const free = document.questions.filter(({ id, archived }) => !archived && !questions.includes(id));
  const archived = new Set(document.questions.filter((one) => one.archived).map(({ id }) => id));
  return (
    <SpaceBetween size="l">
      {questions
        .filter((id) => standsAlone(id, document))
        .map((id) => (
          <AskedAlone key={id} id={id} />
        ))}
      <OrderedTable
        title="Questions of the group"
        rows={questions.map((id) => ({
          key: id,
          name: nameOf(id),
          detail: archived.has(id) ? `${id} (archived: take it out)` : id,
        }))}
        detailHeader="Id"
        empty="The group has no questions yet."
        onMove={(key, by) => Promise.resolve(onChange(moved(questions, (id) => id === key, by)))}
        onRemove={(key) => onChange(questions.filter((id) => id !== key))}
        footer={
          <AddSelect
            label="Add a question"
            placeholder="Choose a question of the store"
            empty="Every question of the store is in the group."
            options={free.map(({ id }) => ({ value: id, label: nameOf(id), description: id }))}
            onAdd={(id) => onChange([...questions, id])}
          />
        }
      />
    </SpaceBetween>
  );
}

const standsAlone = (id: string, { questionnaire }: ReturnType<typeof useDraft>['document']): boolean =>
  questionnaire.items.some((item) => 'question' in item && item.question === id);

function AskedAlone({ id }: { readonly id: string }) {
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const name = questionName(id, document);
  const takeOut = async () => {
    if (await edit((now) => withoutSingle(now, id)))
      notices.done(`“${name}” no longer stands alone in the questionnaire of your draft.`);
  };
  return (
    <Alert
      type="warning"
      statusIconAriaLabel="Warning"
      header={`“${name}” also stands alone in the questionnaire`}
      action={
        readOnly ? undefined : <Button onClick={() => void takeOut()}>Remove the single question</Button>
      }
    >
      Nobody is asked one question twice: remove the single one from the questionnaire, or take it out of this
      group.
    </Alert>
  );
}
