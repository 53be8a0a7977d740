import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { Finding } from '../../client/client.ts';

const COLUMNS: readonly TableProps.ColumnDefinition<Finding>[] = [
  { id: 'object', header: 'Looked at', cell: ({ object }) => object, isRowHeader: true },
  { id: 'question', header: 'Asked', cell: ({ question }) => question },
  { id: 'cause', header: 'Seen', cell: ({ cause }) => cause },
];

/** What was looked at and is fine, with what was seen; folded away at first, unless it is said to be open. */
export function FineFindings(props: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly open: boolean;
}) {
  const { title, findings, open } = props;
  const says = findings.length === 1 ? '1 check is fine' : `${findings.length} checks are fine`;
  return (
    <ExpandableSection headerText={says} headerAriaLabel={`${title}: ${says}`} defaultExpanded={open}>
      <Table
        variant="embedded"
        items={[...findings]}
        columnDefinitions={COLUMNS}
        trackBy={({ check, object, cause }) => `${check} ${object} ${cause}`}
        wrapLines
        enableKeyboardNavigation={false}
        ariaLabels={{ tableLabel: `${title}: fine` }}
      />
    </ExpandableSection>
  );
}
