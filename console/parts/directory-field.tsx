import Autosuggest from '@cloudscape-design/components/autosuggest';
import { useState } from 'react';
import type { DirectoryObject } from '../../client/client.ts';
import { api } from '../api.ts';

const NOUNS = { user: 'user', group: 'group', unit: 'OU' } as const;

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
  const search = async (beginning: string) => {
    if (beginning.trim() === '') return setFound([]);
    setStatus('loading');
    try {
      const { objects } = await api.call('GET /api/admin/directory', { query: { kind, beginning } });
      setFound(objects);
      setStatus('finished');
    } catch {
      setStatus('error');
    }
  };
  return (
    <Autosuggest
      value={typed}
      disabled={disabled}
      placeholder={`Begin to type the name of a ${NOUNS[kind]}`}
      ariaLabel={`Find a ${NOUNS[kind]}`}
      filteringType="manual"
      statusType={status}
      loadingText="Looking in the directory"
      errorText="The directory could not be asked."
      recoveryText="Try again"
      empty={typed.trim() === '' ? 'Type a name' : `No ${NOUNS[kind]} begins so. Check the spelling.`}
      enteredTextLabel={(value) => `Use “${value}”`}
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
