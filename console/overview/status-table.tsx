import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import type { Status } from '../../client/client.ts';
import { linkWith } from '../parts/link-with.ts';
import { STATUS_WORDS } from '../parts/status-words.ts';
import { countOf, coverageOf, percentWords, STATUSES } from './coverage.ts';

/** How many people have which status; each number leads to them. */
export function StatusTable({ byStatus }: { readonly byStatus: Readonly<Record<string, number>> }) {
  return (
    <Table<Status>
      variant="embedded"
      items={[...STATUSES]}
      trackBy={(status) => status}
      ariaLabels={{ tableLabel: 'People by registration' }}
      footer={
        <Box>{percentWords(coverageOf(byStatus))} of those to whom something is offered are registered.</Box>
      }
      columnDefinitions={[
        { id: 'status', header: 'Status', isRowHeader: true, cell: (status) => STATUS_WORDS[status] },
        {
          id: 'people',
          header: 'People',
          cell: (status) => (
            <Link
              href={linkWith(['registrations'], { status })}
              ariaLabel={`${STATUS_WORDS[status]}: ${countOf(byStatus, status)}`}
            >
              {countOf(byStatus, status).toLocaleString('en')}
            </Link>
          ),
        },
      ]}
    />
  );
}
