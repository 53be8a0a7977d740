import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useDraft } from '../draft.tsx';
import { MoveButtons } from './move-buttons.tsx';

/** One row of a list whose order matters. */
export interface OrderedRow {
  readonly key: string;
  readonly name: string;
  readonly detail: ReactNode;
}

/** A short list whose order matters: each row is moved up, moved down and removed with a button. */
export function OrderedTable(props: {
  readonly title: string;
  readonly description?: string;
  readonly rows: readonly OrderedRow[];
  readonly empty: string;
  readonly detailHeader: string;
  /** What adds a row. */
  readonly footer?: ReactNode;
  readonly onMove: (key: string, by: -1 | 1) => Promise<unknown>;
  readonly onRemove: (key: string) => void;
}) {
  const { title, rows, onMove, onRemove } = props;
  const { readOnly } = useDraft();
  const placed = rows.map((row, index) => ({ ...row, index }));
  const acts: TableProps.ColumnDefinition<(typeof placed)[number]>[] = [
    {
      id: 'move',
      header: 'Move',
      width: 100,
      cell: ({ key, name, index }) => (
        <MoveButtons name={name} index={index} count={rows.length} onMove={(by) => onMove(key, by)} />
      ),
    },
    {
      id: 'remove',
      header: 'Remove',
      width: 110,
      cell: ({ key, name }) => (
        <Button variant="inline-link" ariaLabel={`Remove ${name}`} onClick={() => onRemove(key)}>
          Remove
        </Button>
      ),
    },
  ];
  return (
    <Table
      items={placed}
      trackBy="key"
      wrapLines
      ariaLabels={{ tableLabel: title }}
      header={
        <Header
          variant="h2"
          counter={`(${rows.length})`}
          {...(props.description !== undefined && { description: props.description })}
        >
          {title}
        </Header>
      }
      empty={<Box textAlign="center">{props.empty}</Box>}
      footer={readOnly ? undefined : props.footer}
      columnDefinitions={[
        { id: 'number', header: 'No.', width: 70, cell: ({ index }) => index + 1 },
        { id: 'name', header: 'Name', cell: ({ name }) => name, isRowHeader: true },
        { id: 'detail', header: props.detailHeader, cell: ({ detail }) => detail },
        ...(readOnly ? [] : acts),
      ]}
    />
  );
}
