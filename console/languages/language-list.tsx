import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { Listing } from '../parts/listing.tsx';
import { LanguageActs } from './language-acts.tsx';
import { Coverage, Offered, Reviewed } from './language-facts.tsx';
import type { LanguageRow } from './languages.ts';

/** Every language the pages and e-mails can speak. */
export function LanguageList({ rows }: { readonly rows: readonly LanguageRow[] }) {
  const { readOnly } = useDraft();
  return (
    <Listing<LanguageRow>
      title="All languages"
      description="They come with the product: adding one is adding a file."
      items={rows}
      keyOf={({ tag }) => tag}
      textOf={({ tag, name }) => `${tag} ${name}`}
      empty="There are no languages."
      columns={readOnly ? COLUMNS : [...COLUMNS, ACTS]}
    />
  );
}

const ACTS: TableProps.ColumnDefinition<LanguageRow> = {
  id: 'acts',
  header: 'Actions',
  cell: (language) => <LanguageActs language={language} />,
};

const COLUMNS: readonly TableProps.ColumnDefinition<LanguageRow>[] = [
  {
    id: 'name',
    header: 'Language',
    isRowHeader: true,
    cell: ({ tag, name }) => (
      <>
        <Link href={linkTo('languages', tag)}>{name}</Link> ({tag})
      </>
    ),
  },
  {
    id: 'state',
    header: 'Texts',
    cell: (language) => (
      <>
        <div>
          <Coverage language={language} />
        </div>
        <Reviewed language={language} />
      </>
    ),
  },
  {
    id: 'questions',
    header: 'Questions without text',
    cell: ({ tag, name, questionsWithoutText: missing }) =>
      missing.length === 0 ? (
        'None'
      ) : (
        <Link
          href={linkTo('languages', tag)}
          ariaLabel={`${missing.length} questions without text in ${name}`}
        >
          {missing.length}
        </Link>
      ),
  },
  { id: 'offered', header: 'Offered', cell: (language) => <Offered language={language} /> },
];
