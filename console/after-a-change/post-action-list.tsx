import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { PostAction } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { Listing } from '../parts/listing.tsx';
import { NEW } from '../parts/new-place.ts';
import { OCCASIONS, postActionsOf, targetOf } from './form.ts';
import { useOffered, type Offered } from './offered.ts';

/** Everything that is done after a change. */
export function PostActionList() {
  const { document, readOnly } = useDraft();
  const offered = useOffered();
  const isAnything = offered.some(({ isThere }) => isThere);
  const add =
    readOnly || !isAnything ? undefined : (
      <Button href={linkTo('after-a-change', NEW)}>Add a post action</Button>
    );
  const columns = columnsOf(offered);
  return (
    <Listing<PostAction>
      title="Post actions"
      description="Done once an account was unlocked or a password was reset here, besides telling the person. What failed is tried again for a day; the trail says what became of each."
      items={postActionsOf(document)}
      keyOf={({ id }) => id}
      textOf={(action) => `${action.name} ${action.id} ${targetOf(action)}`}
      actions={add}
      empty={
        isAnything
          ? 'Nothing is done after a change but to tell the person.'
          : 'Nothing is done after a change but to tell the person. This deployment offers nothing more, as said below.'
      }
      emptyAction={add}
      columns={columns}
    />
  );
}

const columnsOf = (offered: readonly Offered[]): readonly TableProps.ColumnDefinition<PostAction>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ id, name }) => <Link href={linkTo('after-a-change', id)}>{name || id}</Link>,
  },
  {
    id: 'after',
    header: 'After',
    cell: ({ after = [] }) => after.map((occasion) => OCCASIONS[occasion]).join(', ') || 'Nothing',
  },
  {
    id: 'does',
    header: 'Does',
    cell: ({ kind }) => offered.find((one) => one.kind === kind)?.name ?? kind,
  },
  { id: 'target', header: 'With', cell: targetOf },
];
