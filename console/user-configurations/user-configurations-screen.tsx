import Link from '@cloudscape-design/components/link';
import Alert from '@cloudscape-design/components/alert';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { NEW } from '../parts/new-place.ts';
import { UserConfigurationForm } from './user-configuration-form.tsx';
import { UserConfigurationList } from './user-configuration-list.tsx';
import { newUserConfiguration } from './new-user-configuration.ts';

/** The ordered rules: whom each matches, what they may do, and how they must prove themselves. */
export default function UserConfigurationsScreen({ rest: [id] }: { readonly rest: readonly string[] }) {
  const { document } = useDraft();
  if (id === undefined) return <UserConfigurationList />;
  if (id === NEW)
    return <UserConfigurationForm key={NEW} isNew before={newUserConfiguration(document.methods)} />;
  const before = document.userConfigurations.find((one) => one.id === id);
  return before ? <UserConfigurationForm key={id} isNew={false} before={before} /> : <NotThere id={id} />;
}

const NotThere = ({ id }: { readonly id: string }) => (
  <ConfigurationLayout
    title="User configuration"
    description="It may have been deleted in your draft."
    paths={['/userConfigurations']}
  >
    <Alert type="info" statusIconAriaLabel="Info">
      There is no user configuration “{id}”.{' '}
      <Link href={linkTo('user-configurations')}>All user configurations</Link>
    </Alert>
  </ConfigurationLayout>
);
