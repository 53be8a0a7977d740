import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { idTrouble } from './derived-id.ts';

/** The id of something: chosen once, while it is new; shown from then on. */
export const IdField = (props: {
  readonly id: string;
  readonly isNew: boolean;
  readonly taken: readonly string[];
  readonly onChange: (id: string) => void;
}) =>
  props.isNew ? (
    <FormField
      label="Id"
      description="Stands for it in exports, the command line and the trail. It can’t be changed later."
      errorText={props.id === '' ? undefined : idTrouble(props.id, props.taken)}
    >
      <Input
        value={props.id}
        onChange={({ detail }) => props.onChange(detail.value.trim())}
        spellcheck={false}
      />
    </FormField>
  ) : (
    <FormField label="Id">
      <Box variant="code">{props.id}</Box>
    </FormField>
  );
