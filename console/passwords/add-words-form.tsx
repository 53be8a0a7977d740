import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { addedWords, addWords, bannedWordsOf, withBannedWords } from './banned-words.ts';

/** Bans words, as many at once as are typed or pasted. */
export function AddWordsForm({ onClose }: { readonly onClose: () => void }) {
  const { document, edit } = useDraft();
  const notices = useNotices();
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const save = async () => {
    const next = addWords(bannedWordsOf(document), typed);
    if (next.added === 0) {
      setTrouble(next.already > 0 ? 'All of that is banned already.' : 'Type a word first.');
      return false;
    }
    const kept = await edit((now) => withBannedWords(now, addWords(bannedWordsOf(now), typed).words));
    if (!kept) return false;
    notices.done(`${addedWords(next)} No new password may have them once you publish.`);
    onClose();
    return true;
  };
  return (
    <Container header={<Header variant="h2">Ban words</Header>}>
      <SpaceBetween size="l">
        <FormField
          label="Words"
          description="The organisation’s name, its products, its places. Of a name of several words, each word by itself."
          constraintText="One on each line, of 3 to 64 letters; 1,000 words altogether."
          errorText={trouble}
        >
          <Textarea
            value={typed}
            rows={8}
            spellcheck={false}
            ariaRequired
            onChange={({ detail }) => {
              setTyped(detail.value);
              setTrouble(undefined);
            }}
          />
        </FormField>
        <SaveActions onSave={save} onCancel={onClose} />
      </SpaceBetween>
      <Unsaved is={typed.trim() !== ''} />
    </Container>
  );
}
