import type { TableProps } from '@cloudscape-design/components/table';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import type { Finding } from '../../client/client.ts';
import { Listing } from '../parts/listing.tsx';
import { CommandsShown } from './commands-shown.tsx';
import { FindingState } from './finding-state.tsx';

const GRAVITY: readonly Finding['state'][] = ['broken', 'warning', 'fine'];

const COLUMNS: readonly TableProps.ColumnDefinition<Finding>[] = [
  { id: 'state', header: 'State', width: 120, cell: ({ state }) => <FindingState state={state} /> },
  { id: 'object', header: 'Looked at', cell: ({ object }) => object, isRowHeader: true, width: 260 },
  { id: 'cause', header: 'Found', cell: ({ question, cause }) => `${question} ${cause}` },
  {
    id: 'remedy',
    header: 'What to do',
    cell: ({ remedy, commands }) =>
      remedy === undefined && commands.length === 0 ? (
        '–'
      ) : (
        <SpaceBetween size="xs">
          {remedy !== undefined && <div>{remedy}</div>}
          <CommandsShown commands={commands} />
        </SpaceBetween>
      ),
  },
];

/** Findings, the worst first; what is fine is shown on demand. */
export function FindingsTable(props: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly empty: string;
}) {
  const { title, findings, empty } = props;
  const [all, setAll] = useState(false);
  const fine = findings.filter(({ state }) => state === 'fine').length;
  const shown = findings
    .filter(({ state }) => all || state !== 'fine')
    .toSorted((a, b) => GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state));
  return (
    <Listing
      title={title}
      items={shown}
      columns={COLUMNS}
      keyOf={({ check, object, cause }) => `${check} ${object} ${cause}`}
      textOf={({ question, object, cause, remedy = '' }) => `${question} ${object} ${cause} ${remedy}`}
      empty={
        fine > 0 ? `Nothing is wrong: ${fine === 1 ? 'one check is' : `all ${fine} checks are`} fine.` : empty
      }
      beside={
        <Toggle checked={all} onChange={({ detail }) => setAll(detail.checked)}>
          Show the {fine} that are fine
        </Toggle>
      }
    />
  );
}
