import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { BlockEntry } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Listing } from '../parts/listing.tsx';
import { BlockForm } from './block-form.tsx';
import { blockedKind, blockedName, endWords, entryKey, isEnded } from './entries.ts';

type Editing = { readonly entry: BlockEntry | undefined };

/** Users and groups to whom nothing is offered, whatever the user configurations say. */
export default function BlockListScreen() {
  const { document, readOnly } = useDraft();
  const [editing, setEditing] = useState<Editing>();
  const [removing, setRemoving] = useState<BlockEntry>();
  const add = <Button onClick={() => setEditing({ entry: undefined })}>Block a user or group</Button>;
  const acts: TableProps.ColumnDefinition<BlockEntry> = {
    id: 'acts',
    header: 'Actions',
    cell: (entry) => (
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant="inline-link"
          ariaLabel={`Edit the block of ${blockedName(entry)}`}
          onClick={() => setEditing({ entry })}
        >
          Edit
        </Button>
        <Button
          variant="inline-link"
          ariaLabel={`Remove ${blockedName(entry)} from the block list`}
          onClick={() => setRemoving(entry)}
        >
          Remove
        </Button>
      </SpaceBetween>
    ),
  };
  return (
    <ConfigurationLayout
      title="Block list"
      description="Nothing is offered to these users and groups. It beats every user configuration; to the outside they are strangers."
      paths={['/blockList']}
    >
      {editing && (
        <BlockForm
          key={editing.entry ? entryKey(editing.entry) : ''}
          entry={editing.entry}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Listing<BlockEntry>
        title="Blocked"
        items={document.blockList}
        keyOf={entryKey}
        textOf={(entry) => `${blockedName(entry)} ${entry.reason}`}
        actions={readOnly || editing ? undefined : add}
        empty="No one is blocked."
        emptyAction={readOnly || editing ? undefined : add}
        columns={readOnly ? COLUMNS : [...COLUMNS, acts]}
      />
      <RemoveEntry entry={removing} onClose={() => setRemoving(undefined)} />
    </ConfigurationLayout>
  );
}

const COLUMNS: readonly TableProps.ColumnDefinition<BlockEntry>[] = [
  { id: 'name', header: 'Name', cell: blockedName, isRowHeader: true },
  { id: 'kind', header: 'Kind', cell: blockedKind },
  { id: 'reason', header: 'Reason', cell: ({ reason }) => reason },
  { id: 'end', header: 'Blocked', cell: (entry) => <End entry={entry} /> },
];

function End({ entry }: { readonly entry: BlockEntry }) {
  if (entry.until === undefined) return <StatusIndicator type="stopped">For good</StatusIndicator>;
  return isEnded(entry, Date.now()) ? (
    <StatusIndicator type="info">Ended on {endWords(entry.until)}: blocks no one</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">Until {endWords(entry.until)}</StatusIndicator>
  );
}

function RemoveEntry(props: { readonly entry: BlockEntry | undefined; readonly onClose: () => void }) {
  const { entry, onClose } = props;
  const { edit } = useDraft();
  const notices = useNotices();
  const name = entry ? blockedName(entry) : '';
  const remove = async () => {
    if (!entry) return true;
    const kept = await edit((now) => ({
      ...now,
      blockList: now.blockList.filter((one) => entryKey(one) !== entryKey(entry)),
    }));
    if (kept) notices.done(`${name} is off the block list in your draft. The block lasts until you publish.`);
    return kept;
  };
  return (
    <Confirm
      visible={entry !== undefined}
      header={`Remove ${name} from the block list?`}
      act="Remove from draft"
      onAct={remove}
      onClose={onClose}
    >
      What the user configurations offer is offered to {entry && 'group' in entry ? 'its members' : 'them'}{' '}
      again once you publish.
    </Confirm>
  );
}
