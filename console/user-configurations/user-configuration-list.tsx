import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { NEW } from '../parts/new-place.ts';
import { Listing } from '../parts/listing.tsx';
import { MoveButtons } from '../parts/move-buttons.tsx';
import { moved } from '../parts/ordering.ts';
import { MatchPanel } from './match-panel.tsx';
import { shadowedBy } from './order.ts';
import { matchSummary, ruleSummary } from './summaries.ts';

type Placed = UserConfiguration & { readonly index: number };

/** All of them in their order; the first that matches somebody is theirs. */
export function UserConfigurationList() {
  const { document, edit, readOnly } = useDraft();
  const items = document.userConfigurations.map((one, index) => ({ ...one, index }));
  const add = <Button href={linkTo('user-configurations', NEW)}>Create a user configuration</Button>;
  const move = (id: string, by: -1 | 1) =>
    edit((before) => ({
      ...before,
      userConfigurations: moved(before.userConfigurations, (one) => one.id === id, by),
    }));
  return (
    <ConfigurationLayout
      title="User configurations"
      description="Who may unlock and reset, and how they must prove themselves. The first in this order that matches somebody is theirs."
      paths={['/userConfigurations']}
    >
      <Listing<Placed>
        title="In their order"
        items={items}
        keyOf={({ id }) => id}
        textOf={(one) => `${one.name} ${one.id} ${matchSummary(one)}`}
        actions={readOnly ? undefined : add}
        empty="There is no user configuration, so nothing is offered to anyone."
        emptyAction={readOnly ? undefined : add}
        columns={[...COLUMNS, ...(readOnly ? [] : [moveColumn(items.length, move)])]}
      />
      <MatchPanel document={document} />
    </ConfigurationLayout>
  );
}

const COLUMNS: readonly TableProps.ColumnDefinition<Placed>[] = [
  { id: 'place', header: 'Priority', cell: ({ index }) => index + 1, width: 90 },
  {
    id: 'name',
    header: 'Name',
    cell: ({ id, name }) => <Link href={linkTo('user-configurations', id)}>{name}</Link>,
    isRowHeader: true,
  },
  { id: 'matches', header: 'Matches', cell: (one) => <Matches one={one} /> },
  { id: 'unlock', header: 'Unlock', cell: ({ actions }) => ruleSummary(actions.unlock) },
  { id: 'reset', header: 'Reset', cell: ({ actions }) => ruleSummary(actions.reset) },
];

function Matches({ one }: { readonly one: Placed }) {
  const { document } = useDraft();
  const before = shadowedBy(document.userConfigurations, one.id);
  return (
    <>
      {matchSummary(one)}
      {before !== undefined && (
        <div>
          <StatusIndicator type="warning">
            Nobody falls under it: “{before}” comes before it and takes everyone
          </StatusIndicator>
        </div>
      )}
    </>
  );
}

const moveColumn = (
  count: number,
  onMove: (id: string, by: -1 | 1) => Promise<unknown>,
): TableProps.ColumnDefinition<Placed> => ({
  id: 'move',
  header: 'Move',
  width: 100,
  cell: ({ id, name, index }) => (
    <MoveButtons name={name} index={index} count={count} onMove={(by) => onMove(id, by)} />
  ),
});
