import { useMemo } from 'react';
import { useHash } from '../hash.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { filterOf } from './filter.ts';
import { ProspectList } from './prospect-list.tsx';

/** For whom unlocking and resetting would work, and what the others lack, by the last night's run. */
export default function PreFlightScreen() {
  const query = useHash().query.toString();
  const filter = useMemo(() => filterOf(new URLSearchParams(query)), [query]);
  return (
    <ScreenLayout
      title="Pre-flight"
      description="Whether unlocking and resetting would work for each person, as it was when the last run looked at them. Nothing is changed by looking."
    >
      <ProspectList filter={filter} />
    </ScreenLayout>
  );
}
