import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A few short values, one on each line. */
export function LinesField(props: {
  readonly label: string;
  readonly description: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}) {
  const { label, description, lines, onChange } = props;
  const { readOnly } = useDraft();
  const [typed, setTyped] = useState('');
  // An empty line that is being typed says nothing yet, and must not be taken away all the same.
  const shown = linesIn(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n');
  return (
    <FormField label={label} description={description} constraintText="One on each line">
      <Textarea
        value={shown}
        rows={2}
        readOnly={readOnly}
        spellcheck={false}
        onChange={({ detail }) => {
          setTyped(detail.value);
          onChange(linesIn(detail.value));
        }}
      />
    </FormField>
  );
}
