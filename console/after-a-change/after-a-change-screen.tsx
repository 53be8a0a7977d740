import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { NEW } from '../parts/new-place.ts';
import { postActionOf, postActionsOf } from './form.ts';
import { OfferedPanel } from './offered-panel.tsx';
import { useOffered } from './offered.ts';
import { PostActionForm } from './post-action-form.tsx';
import { PostActionList } from './post-action-list.tsx';
import { RegisteringPanel } from './registering-panel.tsx';

/** What happens once somebody unlocked their account or reset their password here. */
export default function AfterAChangeScreen({ rest: [id] }: { readonly rest: readonly string[] }) {
  const { document } = useDraft();
  if (id === undefined)
    return (
      <ConfigurationLayout
        title="After a change"
        description="What happens once somebody unlocked their account or reset their password here."
        paths={['/postActions', '/registering']}
      >
        <PostActionList />
        <OfferedPanel />
        <RegisteringPanel />
      </ConfigurationLayout>
    );
  if (id === NEW) return <NewPostAction key={NEW} />;
  const before = postActionsOf(document).find((action) => action.id === id);
  if (before) return <PostActionForm key={id} isNew={false} before={before} />;
  return (
    <ConfigurationLayout
      title="Post action"
      description="It may be of another draft."
      paths={['/postActions']}
    >
      <Alert type="info" statusIconAriaLabel="Info">
        There is no post action “{id}”. <Link href={linkTo('after-a-change')}>All post actions</Link>
      </Alert>
    </ConfigurationLayout>
  );
}

/** Begins with the first kind that the deployment offers. */
function NewPostAction() {
  const kind = useOffered().find(({ isThere }) => isThere)?.kind ?? 'event';
  const nothing = { name: '', after: [], endpoint: '', attribute: '', text: '' };
  return <PostActionForm isNew before={postActionOf('', { ...nothing, kind })} />;
}
