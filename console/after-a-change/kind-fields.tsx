import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { useOffered } from './offered.ts';
import type { Typed } from './form.ts';

/** What is done, and with which of the things that the deployment offers. */
export function KindFields(props: {
  readonly typed: Typed;
  readonly errorText: string | undefined;
  readonly onChange: (part: Partial<Typed>) => void;
}) {
  const { typed, errorText, onChange } = props;
  const { readOnly } = useDraft();
  const offered = useOffered();
  return (
    <SpaceBetween size="l">
      <FormField label="What is done" errorText={typed.kind === 'event' ? errorText : undefined}>
        <RadioGroup
          value={typed.kind}
          readOnly={readOnly}
          items={offered.map(({ kind, name, does, isThere, missing }) => ({
            value: kind,
            label: name,
            description: isThere ? does : missing,
            // What is chosen already may be chosen again, though it is gone from the deployment.
            disabled: !isThere && kind !== typed.kind,
          }))}
          onChange={({ detail }) => {
            const chosen = offered.find(({ kind }) => kind === detail.value);
            if (chosen) onChange({ kind: chosen.kind });
          }}
        />
      </FormField>
      {typed.kind === 'webhook' && (
        <OneOffered
          label="Endpoint"
          chosen={typed.endpoint}
          choices={choicesOf(offered, 'webhook')}
          errorText={errorText}
          onChange={(endpoint) => onChange({ endpoint })}
        />
      )}
      {typed.kind === 'attribute' && (
        <OneOffered
          label="Attribute"
          chosen={typed.attribute}
          choices={choicesOf(offered, 'attribute')}
          errorText={errorText}
          onChange={(attribute) => onChange({ attribute })}
        />
      )}
    </SpaceBetween>
  );
}

const choicesOf = (offered: ReturnType<typeof useOffered>, wanted: Typed['kind']): readonly string[] =>
  offered.find(({ kind }) => kind === wanted)?.choices ?? [];

function OneOffered(props: {
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly string[];
  readonly errorText: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { label, chosen, choices, errorText, onChange } = props;
  const { readOnly } = useDraft();
  return (
    <FormField
      label={label}
      description="One of those that the deployment offers (docs/post-actions.md)."
      errorText={errorText}
    >
      <Select
        selectedOption={chosen === '' ? null : { value: chosen, label: chosen }}
        placeholder="Choose one"
        disabled={readOnly}
        empty="The deployment offers none."
        options={choices.map((value) => ({ value, label: value }))}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
