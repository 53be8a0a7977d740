import Button from '@cloudscape-design/components/button';
import type { TableProps } from '@cloudscape-design/components/table';
import type { TrailEntry } from '../../client/client.ts';
import { secondWords } from '../parts/instant-words.ts';
import { kindWords } from './kind-words.ts';

/** Whom an event is about: strangers and leavers have no name. */
export const whom = ({ name }: TrailEntry): string => name ?? 'Not in the directory';

/** What a list shows of an event. */
export const EVENT_COLUMNS: readonly TableProps.ColumnDefinition<TrailEntry>[] = [
  { id: 'at', header: 'When', isRowHeader: true, cell: ({ at }) => secondWords(at) },
  { id: 'person', header: 'Person', cell: whom },
  { id: 'says', header: 'What happened', cell: ({ says }) => says },
  { id: 'by', header: 'Done by', cell: ({ by }) => by ?? 'Themselves' },
  { id: 'reference', header: 'Reference', minWidth: 130, cell: ({ reference }) => reference || '–' },
];

/** The column that opens one of them. */
export const detailColumn = (open: (event: TrailEntry) => void): TableProps.ColumnDefinition<TrailEntry> => ({
  id: 'detail',
  header: 'Details',
  minWidth: 100,
  cell: (event) => (
    <Button
      variant="inline-link"
      ariaLabel={`Details: ${kindWords(event.kind)}, ${secondWords(event.at)}`}
      onClick={() => open(event)}
    >
      Details
    </Button>
  ),
});
