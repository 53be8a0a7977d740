import Button from '@cloudscape-design/components/button';
import { useMemo } from 'react';
import { EventList, useEvents } from './event-list.tsx';
import { EVERYTHING, trailLink } from './search.ts';

/** What happened last to one person. */
export function LastEvents({ username }: { readonly username: string }) {
  const search = useMemo(() => ({ ...EVERYTHING, username }), [username]);
  const paged = useEvents(search, 10);
  return (
    <EventList
      title="Last events"
      paged={paged}
      search={search}
      actions={<Button href={trailLink(search)}>Search the trail</Button>}
      empty="Nothing has happened to them yet."
    />
  );
}
