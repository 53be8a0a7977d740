import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';
import { useImpact } from '../review/use-impact.ts';

/** How many people have answered a question, counted when asked: everybody has to be looked at. */
export function AnsweredCount({ id }: { readonly id: string }) {
  const { inForce } = useDraft();
  const [asked, setAsked] = useState(false);
  const { sum, finished } = useImpact(asked ? inForce.document : undefined);
  if (!asked)
    return (
      <Button variant="inline-link" onClick={() => setAsked(true)}>
        Count them
      </Button>
    );
  const count = sum?.answered[id] ?? 0;
  const people = count === 1 ? '1 person' : `${count.toLocaleString('en')} people`;
  return finished ? (
    <StatusIndicator type="success">{people}</StatusIndicator>
  ) : (
    <StatusIndicator type="in-progress">
      {people} so far, of {(sum?.people ?? 0).toLocaleString('en')} looked at
    </StatusIndicator>
  );
}
