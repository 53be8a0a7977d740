import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { QuestionGroup } from '../../client/client.ts';
import { useDraft, type Document } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { Listing } from '../parts/listing.tsx';
import { NEW } from '../parts/new-place.ts';
import { questionName } from './question-uses.ts';

/** Every question group, with how much of it is answered. */
export function GroupList() {
  const { document, readOnly } = useDraft();
  const add = <Button href={linkTo('groups', NEW)}>Create a group</Button>;
  const namesIn = ({ questions }: QuestionGroup) =>
    questions.map((id) => questionName(id, document)).join(' · ');
  return (
    <ConfigurationLayout
      title="Question groups"
      description="A group offers several questions; people pick and answer some of them. It is asked once the questionnaire holds it."
      paths={['/groups']}
    >
      <Listing<QuestionGroup>
        title="Groups"
        items={document.groups}
        keyOf={({ id }) => id}
        textOf={(group) => `${group.name} ${group.id} ${namesIn(group)}`}
        actions={readOnly ? undefined : add}
        empty="There are no question groups. Without one, everybody answers the same questions."
        emptyAction={readOnly ? undefined : add}
        columns={columnsOf(document, namesIn)}
      />
    </ConfigurationLayout>
  );
}

const columnsOf = (
  { questionnaire }: Document,
  namesIn: (group: QuestionGroup) => string,
): readonly TableProps.ColumnDefinition<QuestionGroup>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ id, name }) => <Link href={linkTo('groups', id)}>{name}</Link>,
  },
  { id: 'answer', header: 'Answer', cell: ({ answer, questions }) => `${answer} of ${questions.length}` },
  { id: 'questions', header: 'Questions', cell: namesIn },
  {
    id: 'uses',
    header: 'Used in',
    cell: ({ id }) =>
      questionnaire.items.some((item) => 'group' in item && item.group === id) ? 'Questionnaire' : 'Nowhere',
  },
];
