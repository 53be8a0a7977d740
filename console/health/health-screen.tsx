import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { linkTo } from '../hash.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { PreFlightPanel } from '../pre-flight/pre-flight-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { HealthAsked } from './health-asked.tsx';
import { LastLook } from './last-look.tsx';
import { LookNow } from './look-now.tsx';
import { useHealth, type Health } from './use-health.ts';

/** What is wrong with the domains, the accounts and their rights, and how to mend it. */
export default function HealthScreen() {
  const now = useHealth();
  return (
    <ScreenLayout
      title="Health"
      description="What the doctor found at the domain controllers, of Latchkey’s accounts and of their rights. It looks every night and changes nothing."
      actions={<LookNow {...now} />}
    >
      <HealthAsked {...now}>{(health) => <Found health={health} />}</HealthAsked>
    </ScreenLayout>
  );
}

const Found = ({ health: { examination, preFlight, underWay } }: { readonly health: Health }) => (
  <SpaceBetween size="l">
    <LastLook examination={examination} />
    {examination?.domains.map(({ domain, findings }) => (
      <FindingsPanel
        key={domain}
        title={`Domain ${domain}`}
        findings={findings}
        empty="Nothing was looked at."
        actions={<Link href={linkTo('domains', domain)}>{`Details of ${domain}`}</Link>}
      />
    ))}
    {examination && (
      <FindingsPanel
        title="What the configuration names"
        findings={examination.configuration}
        empty={
          examination.domains.some(({ worst }) => worst === 'broken')
            ? 'It could not be looked up for what is broken above, or there is nothing to look up.'
            : 'The configuration names no user, group or OU.'
        }
      />
    )}
    <PreFlightPanel finished={preFlight} underWay={underWay} />
  </SpaceBetween>
);
