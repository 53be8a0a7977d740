import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useVisit } from '../session.tsx';
import { LastEvents } from '../trail/last-events.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { registrationsLink, type RegistrationFilter } from './filter.ts';
import { FrozenPanel } from './frozen-panel.tsx';
import { NobodyNamed } from './nobody-named.tsx';
import { PeopleActs } from './people-acts.tsx';
import { PersonDetails } from './person-details.tsx';
import { usePerson, type PersonNow } from './use-person.ts';

/** Whom a claim names: whether it would work for them now, how far they have registered, and what happened last. */
export function PersonPage(props: { readonly name: string; readonly filter: RegistrationFilter }) {
  const { name, filter } = props;
  const now = usePerson(name);
  const { known, again } = now;
  const somebody = known.kind === 'somebody' ? known : undefined;
  return (
    <ScreenLayout
      title={somebody?.explanation.displayName || name}
      description={somebody?.explanation.name ?? 'What people type to say who they are.'}
      actions={
        somebody?.row && (
          <PeopleActs
            people={[somebody.row]}
            frozen={somebody.explanation.frozen?.by ?? 'nobody'}
            onActed={again}
          />
        )
      }
    >
      <Link href={registrationsLink(filter)}>Back to all registrations</Link>
      <About now={now} name={name} filter={filter} />
    </ScreenLayout>
  );
}

function About(props: {
  readonly now: PersonNow;
  readonly name: string;
  readonly filter: RegistrationFilter;
}) {
  const { now, name, filter } = props;
  const { known, again, round } = now;
  const { has } = useVisit();
  switch (known.kind) {
    case 'asking':
      return <Spinner size="large" />;
    case 'nobody':
      return <NobodyNamed claim={name} filter={filter} {...known} />;
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
      return (
        <SpaceBetween size="l">
          <FrozenPanel explanation={known.explanation} />
          <ExplainPanel explanation={known.explanation} looking={now.looking} again={again} />
          <PersonDetails explanation={known.explanation} row={known.row} />
          {has('administrator', 'help-desk', 'auditor') && (
            <LastEvents key={round} username={known.explanation.name} />
          )}
        </SpaceBetween>
      );
  }
}
