import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { NEW } from '../parts/new-place.ts';
import { GroupForm } from './group-form.tsx';
import { GroupList } from './group-list.tsx';

const EMPTY = { id: '', name: '', answer: 1, questions: [] };

/** The question groups: of each, people pick and answer some. */
export default function GroupsScreen({ rest: [id] }: { readonly rest: readonly string[] }) {
  const { document } = useDraft();
  if (id === undefined) return <GroupList />;
  if (id === NEW) return <GroupForm key={NEW} isNew before={EMPTY} />;
  const before = document.groups.find((group) => group.id === id);
  if (before) return <GroupForm key={id} isNew={false} before={before} />;
  return (
    <ConfigurationLayout title="Question group" description="It may be of another draft." paths={['/groups']}>
      <Alert type="info" statusIconAriaLabel="Info">
        There is no question group “{id}”. <Link href={linkTo('groups')}>All question groups</Link>
      </Alert>
    </ConfigurationLayout>
  );
}
