import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { instantWords } from '../parts/instant-words.ts';
import { PreFlightPanel } from '../pre-flight/pre-flight-panel.tsx';
import { useVisit } from '../session.tsx';
import { FindingsTable } from './findings-table.tsx';
import { useHealth, type Health } from './use-health.ts';

/** What is wrong with the domains, the accounts and their rights, and how to mend it. */
export default function HealthScreen() {
  const { has } = useVisit();
  const { health, trouble, looking, lookAgain, again } = useHealth();
  return (
    <ScreenLayout
      title="Health"
      description="What the doctor found at the domain controllers, of our accounts and of their rights. It looks every night, and changes nothing."
      actions={
        has('administrator', 'policy-editor', 'auditor') && (
          <Button variant="primary" loading={looking} loadingText="The doctor is looking" onClick={lookAgain}>
            Look now
          </Button>
        )
      }
    >
      <LiveRegion>
        {looking && (
          <StatusIndicator type="in-progress">
            The doctor is looking; this can take 20 seconds.
          </StatusIndicator>
        )}
      </LiveRegion>
      {trouble !== undefined && (
        <Alert
          type="error"
          statusIconAriaLabel="Error"
          header="It could not be read what the doctor found"
          action={<Button onClick={again}>Try again</Button>}
        >
          {trouble}
        </Alert>
      )}
      {!health && trouble === undefined && <Spinner size="large" />}
      {health && <Found health={health} />}
    </ScreenLayout>
  );
}

function Found({ health: { examination, preFlight, underWay } }: { readonly health: Health }) {
  return (
    <>
      {examination ? (
        <>
          <div>Looked at {instantWords(examination.at)}.</div>
          {examination.domains.map(({ domain, findings }) => (
            <FindingsTable
              key={domain}
              title={`Domain ${domain}`}
              findings={findings}
              empty="Nothing was looked at."
            />
          ))}
          <FindingsTable
            title="What the configuration names"
            findings={examination.configuration}
            empty="The configuration names no user, group or OU."
          />
          <Notes notes={examination.notes} />
        </>
      ) : (
        <Alert type="info" statusIconAriaLabel="Info" header="The doctor has not looked yet">
          It looks every night. Choose <strong>Look now</strong> to have it look at once.
        </Alert>
      )}
      <PreFlightPanel finished={preFlight} underWay={underWay} />
    </>
  );
}

const Notes = ({ notes }: { readonly notes: readonly string[] }) => (
  <ul>
    {notes.map((note) => (
      <li key={note}>{note}</li>
    ))}
  </ul>
);
