import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';
import { languageName } from './language-name.ts';

/** The language a preview is in, and the field that chooses it among those offered; the default one to begin with. */
export function usePreviewLanguage() {
  const { document } = useDraft();
  const { default: first, offered } = document.languages;
  const languages = [...new Set([first, ...offered])];
  const options = languages.map((tag) => ({ value: tag, label: languageName(tag) }));
  const [chosen, setChosen] = useState(first);
  const language = languages.includes(chosen) ? chosen : first;
  const field = (
    <FormField label="Language">
      <Select
        selectedOption={options.find(({ value }) => value === language) ?? null}
        options={options}
        onChange={({ detail }) => setChosen(detail.selectedOption.value ?? first)}
      />
    </FormField>
  );
  return { language, first, field };
}
