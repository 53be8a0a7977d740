import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { Question } from '../../client/client.ts';
import { useDraft, type Document } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { languageName } from '../parts/language-name.ts';
import { Listing } from '../parts/listing.tsx';
import { missingIn } from '../parts/local-text.ts';
import { NEW } from '../parts/new-place.ts';
import { questionName, usesOf } from './question-uses.ts';
import { guessabilityWords } from './question-words.ts';

/** Every question of the store. */
export function QuestionList() {
  const { document, readOnly } = useDraft();
  const [withArchived, setWithArchived] = useState(false);
  const shown = document.questions.filter((question) => withArchived || !question.archived);
  const hidden = document.questions.filter((question) => question.archived).length;
  const add = <Button href={linkTo('questions', NEW)}>Write a question</Button>;
  return (
    <ConfigurationLayout
      title="Questions"
      description="The question store: what people may be asked. A question is asked once the questionnaire or one of its groups holds it."
      paths={['/questions']}
    >
      <Listing<Question>
        title="Question store"
        items={shown}
        keyOf={({ id }) => id}
        textOf={({ id, texts }) => `${id} ${Object.values(texts).join(' ')}`}
        actions={readOnly ? undefined : add}
        empty={hidden > 0 ? 'All questions are archived.' : 'There are no questions.'}
        emptyAction={readOnly ? undefined : add}
        beside={
          hidden > 0 && (
            <Checkbox checked={withArchived} onChange={({ detail }) => setWithArchived(detail.checked)}>
              Show archived ({hidden})
            </Checkbox>
          )
        }
        columns={columnsOf(document)}
      />
    </ConfigurationLayout>
  );
}

const columnsOf = (document: Document): readonly TableProps.ColumnDefinition<Question>[] => [
  {
    id: 'question',
    header: 'Question',
    isRowHeader: true,
    cell: ({ id }) => <Link href={linkTo('questions', id)}>{questionName(id, document)}</Link>,
  },
  { id: 'id', header: 'Id', cell: ({ id }) => id },
  {
    id: 'languages',
    header: 'Languages',
    cell: ({ texts, archived }) => (
      <Missing languages={archived ? [] : missingIn(texts, document.languages)} />
    ),
  },
  { id: 'length', header: 'Min. length', cell: ({ minimumLength }) => minimumLength },
  {
    id: 'capitals',
    header: 'Capitals',
    cell: ({ caseSensitive }) => (caseSensitive ? 'Count' : 'Do not count'),
  },
  { id: 'guessability', header: 'Guessability', cell: guessabilityWords },
  {
    id: 'uses',
    header: 'Used in',
    cell: ({ id, archived }) =>
      archived ? (
        <StatusIndicator type="stopped">Archived</StatusIndicator>
      ) : (
        usesOf(id, document).join(', ') || 'Nowhere'
      ),
  },
];

const Missing = ({ languages }: { readonly languages: readonly string[] }) =>
  languages.length === 0 ? (
    <StatusIndicator type="success">All</StatusIndicator>
  ) : (
    <span title={languages.map(languageName).join(', ')}>
      <StatusIndicator type="warning">{languages.length} missing</StatusIndicator>
    </span>
  );
