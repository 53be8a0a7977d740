import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { RegistrationCounts } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { linkWith } from '../parts/link-with.ts';
import { STATUS_WORDS } from '../parts/status-words.ts';
import { countOf, coverageOf, percentWords, TO_REGISTER } from './coverage.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly byStatus: Readonly<Record<string, number>>;
}

/** The same for each user configuration, in their order. */
export function ByConfiguration({ sum }: { readonly sum: RegistrationCounts }) {
  const { inForce } = useDraft();
  const rows = inForce.document.userConfigurations.map(({ id, name }) => ({
    id,
    name,
    byStatus: sum.byUserConfiguration[id] ?? {},
  }));
  return (
    <Table<Row>
      items={rows}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: 'Coverage by user configuration' }}
      header={
        <Header variant="h2" counter={`(${rows.length})`}>
          By user configuration
        </Header>
      }
      empty={<Box textAlign="center">There is no user configuration: nothing is offered to anybody.</Box>}
      columnDefinitions={COLUMNS}
    />
  );
}

const COLUMNS: readonly TableProps.ColumnDefinition<Row>[] = [
  { id: 'name', header: 'User configuration', isRowHeader: true, cell: ({ name }) => name },
  ...TO_REGISTER.map((status): TableProps.ColumnDefinition<Row> => ({
    id: status,
    header: STATUS_WORDS[status],
    cell: ({ id, name, byStatus }) => (
      <Link
        href={linkWith(['registrations'], { userConfiguration: id, status })}
        ariaLabel={`${name}, ${STATUS_WORDS[status]}: ${countOf(byStatus, status)}`}
      >
        {countOf(byStatus, status).toLocaleString('en')}
      </Link>
    ),
  })),
  { id: 'coverage', header: 'Coverage', cell: ({ byStatus }) => percentWords(coverageOf(byStatus)) },
];
