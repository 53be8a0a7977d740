import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { HealthAsked } from '../health/health-asked.tsx';
import { useHealth } from '../health/use-health.ts';
import { linkTo } from '../hash.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { DomainDetails } from './domain-details.tsx';
import { DomainList } from './domain-list.tsx';

/** The domains that are served, each with how it stands; which there are is the deployment's to say. */
export default function DomainsScreen({ rest: [name] }: { readonly rest: readonly string[] }) {
  const now = useHealth();
  const examination = now.health?.examination;
  const chosen = examination?.domains.find(({ domain }) => domain === name);
  if (chosen && examination) return <DomainDetails domain={chosen} examination={examination} now={now} />;
  return (
    <ScreenLayout
      title="Domains"
      description="The domains of this deployment, as the doctor saw them last. Domains, their controllers and accounts are set where Latchkey is deployed."
    >
      <HealthAsked {...now}>
        {({ examination: last }) => (
          <SpaceBetween size="l">
            {name !== undefined && last && (
              <Alert type="info" statusIconAriaLabel="Info">
                The doctor has seen no domain “{name}”. These are all; a new one is seen the next time it
                looks. <Link href={linkTo('health')}>Go to Health</Link>
              </Alert>
            )}
            <DomainList examination={last} />
          </SpaceBetween>
        )}
      </HealthAsked>
    </ScreenLayout>
  );
}
