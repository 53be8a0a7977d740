import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import type { LocalText } from '../parts/local-text.ts';
import { TextsField } from '../parts/texts-field.tsx';

/** Something that people are asked for: what it is to a machine, and what it is called on the page. */
export interface Labelled {
  readonly key: string;
  readonly label: Record<string, string>;
}

/** What people are asked for, one thing after the other, each with a label in every language. */
export function LabelledList(props: {
  /** What each of them is: `Prompt`. */
  readonly what: string;
  readonly keyLabel: string;
  readonly keyDescription: string;
  readonly items: readonly Labelled[];
  readonly empty: string;
  readonly showErrors: boolean;
  /** What else is wrong with each, by its place. */
  readonly troubles?: readonly (string | undefined)[];
  readonly onChange: (items: Labelled[]) => void;
}) {
  const { what, items, empty, onChange } = props;
  const { readOnly } = useDraft();
  return (
    <SpaceBetween size="l">
      {items.length === 0 && <Box color="text-body-secondary">{empty}</Box>}
      {items.map((item, index) => (
        // They have no id of their own but what is typed: their place is what they are known by.
        <OneLabelled
          key={index}
          {...props}
          item={item}
          title={`${what} ${index + 1}`}
          trouble={props.troubles?.[index]}
          onItem={(next) => onChange(items.with(index, next))}
          onRemove={() => onChange(items.toSpliced(index, 1))}
        />
      ))}
      {!readOnly && (
        <Button onClick={() => onChange([...items, { key: '', label: {} }])}>
          Add {what === 'Attribute' ? 'an' : 'a'} {what.toLowerCase()}
        </Button>
      )}
    </SpaceBetween>
  );
}

function OneLabelled(props: {
  readonly title: string;
  readonly keyLabel: string;
  readonly keyDescription: string;
  readonly item: Labelled;
  readonly showErrors: boolean;
  readonly trouble: string | undefined;
  readonly onItem: (item: Labelled) => void;
  readonly onRemove: () => void;
}) {
  const { title, item, showErrors, trouble, onItem, onRemove } = props;
  const { readOnly } = useDraft();
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{title}</Box>
      <FormField
        label={`${props.keyLabel} of ${title.toLowerCase()}`}
        description={props.keyDescription}
        errorText={showErrors && item.key === '' ? 'Write it, or remove the whole.' : trouble}
      >
        <Input
          value={item.key}
          readOnly={readOnly}
          spellcheck={false}
          ariaRequired
          onChange={({ detail }) => onItem({ ...item, key: detail.value.trim() })}
        />
      </FormField>
      <TextsField
        label={`Label of ${title.toLowerCase()}`}
        texts={item.label}
        folded
        showErrors={showErrors}
        onChange={(label) => onItem({ ...item, label: saying(label) })}
      />
      {!readOnly && (
        <Button ariaLabel={`Remove ${title.toLowerCase()}`} onClick={onRemove}>
          Remove
        </Button>
      )}
    </SpaceBetween>
  );
}

/** Without the languages in which nothing is typed. */
const saying = (texts: LocalText): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
