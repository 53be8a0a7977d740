import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import { useMemo } from 'react';
import { useHash } from '../hash.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useVisit } from '../session.tsx';
import { EVERYTHING, trailLink } from '../trail/search.ts';
import { ExplainForm } from './explain-form.tsx';
import { filterOf } from './filter.ts';
import { FindPerson } from './find-person.tsx';
import { PersonPage } from './person-page.tsx';
import { RegistrationList } from './registration-list.tsx';

const FREEZES = { ...EVERYTHING, kinds: ['self-service-frozen', 'self-service-unfrozen'] };

/** Who is registered, partly, out of date, never: the report, and each person in it. */
export default function RegistrationsScreen({ rest: [name] }: { readonly rest: readonly string[] }) {
  const { has } = useVisit();
  const query = useHash().query.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(query)), [query]);
  return (
    <>
      {name !== undefined && <PersonPage key={name} name={name} filter={filter} />}
      {/* The list stays while a person is looked at: what was loaded and picked is there when one comes back. */}
      <div hidden={name !== undefined}>
        <ScreenLayout
          title="Registrations"
          description="Who has registered what they need to help themselves, as the configuration in force sees it."
          actions={
            has('administrator', 'help-desk', 'auditor') && (
              <Button href={trailLink(FREEZES)}>Freezes in the trail</Button>
            )
          }
        >
          <ColumnLayout columns={2}>
            <FindPerson filter={filter} />
            <ExplainForm />
          </ColumnLayout>
          <RegistrationList filter={filter} />
        </ScreenLayout>
      </div>
    </>
  );
}
