import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { QuestionnairePlan } from '../../client/client.ts';
import { useDraft, type Document } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { AddSelect } from '../parts/add-select.tsx';
import { OrderedTable, type OrderedRow } from '../parts/ordered-table.tsx';
import { moved } from '../parts/ordering.ts';
import { questionName, withoutSingle } from './question-uses.ts';

type Item = QuestionnairePlan['items'][number];

const keyOf = (item: Item): string =>
  'question' in item ? `question ${item.question}` : `group ${item.group}`;
const itemOf = (key: string): Item => {
  const [kind = '', id = ''] = key.split(' ');
  return kind === 'question' ? { question: id } : { group: id };
};
const withItems = (document: Document, change: (items: readonly Item[]) => Item[]): Document => ({
  ...document,
  questionnaire: { ...document.questionnaire, items: change(document.questionnaire.items) },
});

/** The ordered questions and groups of the questionnaire. Every change is kept in the draft at once. */
export function QuestionnaireItems() {
  const { document, edit } = useDraft();
  const { items } = document.questionnaire;
  const change = (act: (items: readonly Item[]) => Item[]) => edit((now) => withItems(now, act));
  return (
    <SpaceBetween size="l">
      {askedTwice(document).map(({ id, group }) => (
        <AskedTwice key={id} id={id} group={group} />
      ))}
      <OrderedTable
        title="What people register"
        description="Everybody answers the single questions; of a group they pick as many as it asks for. Changes here are saved in your draft at once."
        rows={items.map((item) => rowOf(item, document))}
        detailHeader="What is answered"
        empty="The questionnaire asks nothing. Add a question or a group."
        onMove={(key, by) => change((now) => moved(now, (item) => keyOf(item) === key, by))}
        onRemove={(key) => void change((now) => now.filter((item) => keyOf(item) !== key))}
        footer={
          <AddSelect
            label="Add a question or a group"
            placeholder="Choose what is asked"
            empty="Every question and group is in the questionnaire."
            options={optionsOf(document)}
            onAdd={(key) => void change((now) => [...now.filter((item) => keyOf(item) !== key), itemOf(key)])}
          />
        }
      />
    </SpaceBetween>
  );
}

function rowOf(item: Item, document: Document): OrderedRow {
  const key = keyOf(item);
  if ('question' in item) {
    const link = <Link href={linkTo('questions', item.question)}>Question</Link>;
    return { key, name: questionName(item.question, document), detail: <>{link}: everybody answers it</> };
  }
  const group = document.groups.find(({ id }) => id === item.group);
  const link = <Link href={linkTo('groups', item.group)}>Group</Link>;
  const some = group ? `${group.answer} of its ${group.questions.length} questions` : 'it does not exist';
  return {
    key,
    name: group?.name ?? item.group,
    detail: (
      <>
        {link}: {some}
      </>
    ),
  };
}

function optionsOf(document: Document) {
  const there = new Set(document.questionnaire.items.map(keyOf));
  const questions = document.questions
    .filter(({ id, archived }) => !archived && !there.has(keyOf({ question: id })))
    .map(({ id }) => ({
      value: keyOf({ question: id }),
      label: questionName(id, document),
      description: id,
    }));
  const groups = document.groups
    .filter(({ id }) => !there.has(keyOf({ group: id })))
    .map(({ id, name, answer, questions: members }) => ({
      value: keyOf({ group: id }),
      label: name,
      description: `${answer} of ${members.length}`,
    }));
  return [
    ...(groups.length > 0 ? [{ label: 'Groups', options: groups }] : []),
    ...(questions.length > 0 ? [{ label: 'Questions', options: questions }] : []),
  ];
}

/** Questions that stand alone and in a group of the same questionnaire. */
const askedTwice = ({ questionnaire: { items }, groups }: Document) =>
  items.flatMap((item) => {
    if (!('question' in item)) return [];
    const group = groups.find(
      ({ id, questions }) =>
        questions.includes(item.question) && items.some((one) => 'group' in one && one.group === id),
    );
    return group ? [{ id: item.question, group: group.name }] : [];
  });

function AskedTwice({ id, group }: { readonly id: string; readonly group: string }) {
  const { document, edit, readOnly } = useDraft();
  return (
    <Alert
      type="warning"
      statusIconAriaLabel="Warning"
      header={`“${questionName(id, document)}” stands alone and in group “${group}”`}
      action={
        readOnly ? undefined : (
          <Button onClick={() => void edit((now) => withoutSingle(now, id))}>
            Remove the single question
          </Button>
        )
      }
    >
      Nobody is asked one question twice: remove the single one, or take it out of the group.
    </Alert>
  );
}
