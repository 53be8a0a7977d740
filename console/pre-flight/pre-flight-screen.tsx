import { useMemo } from 'react';
import { useHash } from '../hash.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { filterOf } from './filter.ts';
import { ProspectList } from './prospect-list.tsx';

/** For whom unlocking and resetting would work, and what the others lack, by the run of the last night. */
export default function PreFlightScreen() {
  const query = useHash().query.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(query)), [query]);
  return (
    <ScreenLayout
      title="Pre-flight"
      description="Whether unlocking and resetting would work for each person, as the run of the last night saw them. A name leads to how it is now, and to what to do."
    >
      <ProspectList filter={filter} />
    </ScreenLayout>
  );
}
