import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import type { Explanation } from '../../client/client.ts';
import { instantWords } from '../parts/instant-words.ts';
import { useVisit } from '../session.tsx';
import { EVERYTHING, trailLink } from '../trail/search.ts';

const BY = {
  person: 'they said so themselves, by the link of a letter: a change was not theirs',
  'help-desk': 'the help desk put it there',
} as const;

/** That self-service is on hold for somebody: since when, by whom, and what to do; nothing where it is not. */
export function FrozenPanel({ explanation }: { readonly explanation: Explanation }) {
  const { frozen, name } = explanation;
  const { has } = useVisit();
  if (!frozen) return null;
  const search = { ...EVERYTHING, username: name, kinds: ['self-service-frozen', 'self-service-unfrozen'] };
  return (
    <Alert type="warning" statusIconAriaLabel="Warning" header="Self-service is on hold">
      On hold since {instantWords(frozen.since)}: {BY[frozen.by]}. Nothing can be reset, unlocked or
      registered for them here; their account in Active Directory works on.{' '}
      {frozen.by === 'person'
        ? 'Find out what happened, and make sure in another way than this service that it is they who ask; then lift the freeze.'
        : 'Lift the freeze once its reason is gone.'}{' '}
      {has('administrator', 'help-desk', 'auditor') && (
        <Link href={trailLink(search)}>Who did it, and why</Link>
      )}
    </Alert>
  );
}
