import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { TemplateField } from '../parts/template-field.tsx';
import { useMistakes } from '../parts/use-mistakes.ts';
import { filterTrouble, placeholderOf, plainFilter } from './filter.ts';
import type { Typed } from './form.ts';

/** How people are found by what they fill in. */
export function FilterPanel(props: {
  readonly typed: Typed;
  /** What is shown is what the draft has: then its mistakes are about it. */
  readonly isKept: boolean;
  readonly onChange: (filter: string) => void;
}) {
  const { typed, isKept, onChange } = props;
  const { fields, filter } = typed;
  const { readOnly } = useDraft();
  const mistakesAt = useMistakes();
  const plain = plainFilter(fields);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Whoever it finds is meant, but only when it finds exactly one. Nobody, or several: that is answered like a name that nobody has, so make it tell everybody apart. Only people under the OUs that are served are looked for."
        >
          How they are found
        </Header>
      }
    >
      <SpaceBetween size="l">
        <TemplateField
          label="LDAP filter"
          description="Compare whole values: with a * beside it, a short guess finds somebody."
          value={filter}
          inserts={fields
            .filter(({ attribute }) => attribute !== '')
            .map(({ attribute }) => ({
              text: placeholderOf(attribute),
              means: `what people type for ${attribute}`,
            }))}
          errorText={
            fields.length === 0 && filter === ''
              ? undefined
              : ((isKept ? mistakesAt('/searchForm/filter') : undefined) ?? filterTrouble(filter, fields))
          }
          onChange={onChange}
        />
        {!readOnly && plain !== '' && plain !== filter.trim() && (
          <Button onClick={() => onChange(plain)}>Write the filter anew: all fields must match</Button>
        )}
      </SpaceBetween>
    </Container>
  );
}
