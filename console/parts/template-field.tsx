import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useLayoutEffect, useRef } from 'react';
import { useDraft } from '../draft.tsx';

/** What can be put into a template, and what it stands for there. */
export interface Insert {
  readonly text: string;
  readonly means: string;
}

/** A text with names between percent signs that something is put for; each of them is put in with a button, where the cursor is. */
export function TemplateField(props: {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly inserts: readonly Insert[];
  readonly errorText: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { label, description, value, inserts, errorText, onChange } = props;
  const { readOnly } = useDraft();
  const frame = useRef<HTMLDivElement>(null);
  const left = useRef<{ readonly from: number; readonly to: number }>(undefined);
  const cursor = useRef<number>(undefined);
  const area = () => frame.current?.querySelector('textarea') ?? undefined;
  useLayoutEffect(() => {
    if (cursor.current === undefined) return;
    area()?.focus();
    area()?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = undefined;
  }, [value]);
  const insert = (text: string) => {
    const { from, to } = left.current ?? { from: value.length, to: value.length };
    cursor.current = from + text.length;
    onChange(value.slice(0, from) + text + value.slice(to));
  };
  return (
    <SpaceBetween size="s">
      <FormField stretch label={label} description={description} errorText={errorText}>
        <div ref={frame}>
          <Textarea
            value={value}
            rows={3}
            readOnly={readOnly}
            spellcheck={false}
            onBlur={() => {
              const { selectionStart: from, selectionEnd: to } = area() ?? {};
              left.current = from === undefined || to === undefined ? undefined : { from, to };
            }}
            onChange={({ detail }) => onChange(detail.value)}
          />
        </div>
      </FormField>
      {inserts.map(({ text, means }) => (
        <SpaceBetween key={text} direction="horizontal" size="xs" alignItems="center">
          {readOnly ? (
            <Box variant="code">{text}</Box>
          ) : (
            <Button
              variant="inline-link"
              ariaLabel={`Insert ${text} into: ${label}`}
              onClick={() => insert(text)}
            >
              Insert {text}
            </Button>
          )}
          <Box color="text-body-secondary">{means}</Box>
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
