import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import Spinner from '@cloudscape-design/components/spinner';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useVisit } from '../session.tsx';
import { LastEvents } from '../trail/last-events.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { registrationsLink, type RegistrationFilter } from './filter.ts';
import { PeopleActs } from './people-acts.tsx';
import { PersonDetails } from './person-details.tsx';
import { usePerson, type Known } from './use-person.ts';

/** One person: how far they have registered, what holds for them, and what happened last. */
export function PersonPage(props: { readonly name: string; readonly filter: RegistrationFilter }) {
  const { name, filter } = props;
  const { has } = useVisit();
  const { known, round, again } = usePerson(name);
  const row = known.kind === 'somebody' ? known.row : undefined;
  return (
    <ScreenLayout
      title={(known.kind === 'somebody' && known.match.displayName) || name}
      description={name}
      actions={row && <PeopleActs people={[row]} onActed={again} />}
    >
      <Link href={registrationsLink(filter)}>Back to all registrations</Link>
      <About known={known} name={name} again={again} />
      {known.kind === 'somebody' && <ExplainPanel key={`explain ${round}`} name={known.match.name ?? name} />}
      {known.kind === 'somebody' && has('administrator', 'help-desk', 'auditor') && (
        <LastEvents key={round} username={known.match.name ?? name} />
      )}
    </ScreenLayout>
  );
}

function About(props: { readonly known: Known; readonly name: string; readonly again: () => void }) {
  const { known, name, again } = props;
  switch (known.kind) {
    case 'asking':
      return <Spinner size="large" />;
    case 'nobody':
      return (
        <Alert type="info" statusIconAriaLabel="Info">
          Nobody in the directory is called “{name}”. Check the spelling, or find them by another name.
        </Alert>
      );
    case 'trouble':
      return (
        <Alert
          type="error"
          statusIconAriaLabel="Error"
          header={`${name} could not be looked up`}
          action={<Button onClick={again}>Try again</Button>}
        >
          {known.says}
        </Alert>
      );
    case 'somebody':
      return <PersonDetails match={known.match} row={known.row} />;
  }
}
