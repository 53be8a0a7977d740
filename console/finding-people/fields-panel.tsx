import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { LabelledList } from '../methods/labelled-list.tsx';
import { useMistakes } from '../parts/use-mistakes.ts';
import { fieldTrouble, type Field } from './filter.ts';
import type { Typed } from './form.ts';

/** What people fill in. */
export function FieldsPanel(props: {
  readonly typed: Typed;
  /** What is shown is what the draft has: then its mistakes are about it. */
  readonly isKept: boolean;
  readonly showErrors: boolean;
  readonly onChange: (fields: readonly Field[]) => void;
}) {
  const { typed, isKept, showErrors, onChange } = props;
  const { fields, filter } = typed;
  const mistakesAt = useMistakes();
  const noField = isKept ? mistakesAt('/searchForm/fields') : undefined;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="People fill in all of them. Ask for what they know by heart, and what tells everybody apart."
        >
          Fields
        </Header>
      }
    >
      <SpaceBetween size="l">
        {fields.length === 0 && noField !== undefined && <Box color="text-status-error">{noField}</Box>}
        <LabelledList
          what="Attribute"
          keyLabel="Name in Active Directory"
          keyDescription="Such as mail or employeeID. It has to be indexed, or each search takes long."
          items={fields.map(({ attribute, label }) => ({ key: attribute, label }))}
          empty="People are asked for nothing yet: add an attribute."
          showErrors={showErrors}
          troubles={fields.map(
            (field, index) =>
              (isKept ? mistakesAt(`/searchForm/fields/${index}`) : undefined) ?? fieldTrouble(field, filter),
          )}
          onChange={(items) => onChange(items.map(({ key, label }) => ({ attribute: key, label })))}
        />
      </SpaceBetween>
    </Container>
  );
}
