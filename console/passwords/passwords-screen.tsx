import Button from '@cloudscape-design/components/button';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { Listing } from '../parts/listing.tsx';
import { AddWordsForm } from './add-words-form.tsx';
import { bannedWordsOf, withBannedWords } from './banned-words.ts';

const WORD: TableProps.ColumnDefinition<string> = {
  id: 'word',
  header: 'Word',
  isRowHeader: true,
  cell: (word) => <bdi>{word}</bdi>,
};

/** The words that no new password may have in it. */
export default function PasswordsScreen() {
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const [adding, setAdding] = useState(false);
  const remove = async (word: string) => {
    const kept = await edit((now) =>
      withBannedWords(
        now,
        bannedWordsOf(now).filter((one) => one !== word),
      ),
    );
    if (kept) notices.done(`“${word}” is off the list in your draft. It stays banned until you publish.`);
  };
  const acts: TableProps.ColumnDefinition<string> = {
    id: 'acts',
    header: 'Actions',
    cell: (word) => (
      <Button
        variant="inline-link"
        ariaLabel={`Remove ${word} from the banned words`}
        onClick={() => void remove(word)}
      >
        Remove
      </Button>
    ),
  };
  const add = readOnly || adding ? undefined : <Button onClick={() => setAdding(true)}>Ban words</Button>;
  return (
    <ConfigurationLayout
      title="Passwords"
      description="What new passwords must not be, beyond the directory’s own rules, which hold in any case."
      paths={['/passwords']}
    >
      {adding && <AddWordsForm onClose={() => setAdding(false)} />}
      <Listing<string>
        title="Banned words"
        description="No new password may have one of these anywhere in it, whatever the case and the accents, and whatever digits or symbols are put for its letters: 3x@mpl3 says Example. People are told that there are such words, not which. Whoever may read the configuration reads them here, so they are no place for secrets."
        items={bannedWordsOf(document)}
        keyOf={(word) => word}
        textOf={(word) => word}
        actions={add}
        empty="No words are banned."
        emptyAction={add}
        columns={readOnly ? [WORD] : [WORD, acts]}
      />
    </ConfigurationLayout>
  );
}
