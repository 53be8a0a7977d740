import Button from '@cloudscape-design/components/button';
import { useMemo } from 'react';
import { useHash } from '../hash.ts';
import { goInstead } from '../parts/link-with.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { EventList, useEvents } from './event-list.tsx';
import { SearchForm } from './search-form.tsx';
import { EVERYTHING, isSearched, searchOf, trailLink, type TrailSearch } from './search.ts';

/** Rows for one asking. */
const A_PAGE = 50;

/** What happened, to whom, and who did it; newest first. */
export default function TrailScreen() {
  const { query } = useHash();
  const asked = query.toString();
  const search = useMemo(() => searchOf(new URLSearchParams(asked)), [asked]);
  const paged = useEvents(search, A_PAGE);
  const look = (next: TrailSearch) => {
    const link = trailLink(next);
    // Whoever searches for the same again wants to see what has happened since.
    if (link === trailLink(search)) paged.restart();
    else goInstead(link);
  };
  return (
    <ScreenLayout
      title="Trail"
      description="What happened, to whom, and who did it. Nothing in it can be changed."
    >
      <EventList
        title="Events"
        description="Newest first"
        paged={paged}
        search={search}
        filter={<SearchForm key={asked} search={search} onSearch={look} />}
        empty={isSearched(search) ? 'No event matches.' : 'Nothing has happened yet.'}
        emptyAction={isSearched(search) && <Button onClick={() => look(EVERYTHING)}>Clear filter</Button>}
      />
    </ScreenLayout>
  );
}
