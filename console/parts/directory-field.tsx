import Autosuggest from '@cloudscape-design/components/autosuggest';
import { useRef, useState } from 'react';
import type { DirectoryObject } from '../../client/client.ts';
import { api } from '../api.ts';

const NOUNS = { user: 'a user', group: 'a group', unit: 'an OU' } as const;

/** Finds a user, a group or an OU in the directory while its name is typed; `onChosen` is told which. */
export function DirectoryField(props: {
  readonly kind: DirectoryObject['kind'];
  readonly onChosen: (object: DirectoryObject) => void;
  readonly disabled?: boolean;
}) {
  const { kind, onChosen, disabled = false } = props;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly DirectoryObject[]>([]);
  const [status, setStatus] = useState<'pending' | 'loading' | 'finished' | 'error'>('pending');
  const asking = useRef<AbortController>(undefined);
  const search = async (beginning: string) => {
    // The answer to what was typed before must not come after that to what is typed now.
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    setFound([]);
    if (beginning.trim() === '') return setStatus('pending');
    setStatus('loading');
    try {
      const query = { kind, beginning: beginning.trim() };
      const { objects } = await api.call('GET /api/admin/directory', { query, signal: mine.signal });
      setFound(objects);
      setStatus('finished');
    } catch {
      if (!mine.signal.aborted) setStatus('error');
    }
  };
  return (
    <Autosuggest
      value={typed}
      disabled={disabled}
      placeholder={`Begin to type the name of ${NOUNS[kind]}`}
      filteringType="manual"
      statusType={status}
      loadingText="Looking in the directory"
      errorText="The directory could not be asked."
      recoveryText="Try again"
      empty={typed.trim() === '' ? 'Type a name' : 'Nothing begins so. Check the spelling.'}
      hideEnteredTextOption
      options={found.map(({ id, name, displayName, distinguishedName }) => ({
        value: id,
        label: name,
        description: displayName,
        labelTag: distinguishedName === name ? '' : distinguishedName,
      }))}
      onChange={({ detail }) => setTyped(detail.value)}
      onLoadItems={({ detail }) => void search(detail.filteringText)}
      onSelect={({ detail }) => {
        const chosen = found.find(({ id }) => id === detail.value);
        if (!chosen) return;
        setTyped('');
        onChosen(chosen);
      }}
    />
  );
}
