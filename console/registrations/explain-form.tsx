import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import { go } from '../hash.ts';

/** Goes to whom a name means as people type it, and whether unlocking and resetting would work for them. */
export function ExplainForm() {
  const [claim, setClaim] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (claim.trim() !== '') go('registrations', claim.trim());
      }}
    >
      <FormField
        label="Explain what somebody types"
        description="Whom it names, and whether it would work for them now."
        constraintText="asmith, CORP\asmith, asmith@example.com, an employee number"
        secondaryControl={<Button formAction="submit">Explain</Button>}
      >
        <Input
          value={claim}
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => setClaim(detail.value)}
        />
      </FormField>
    </form>
  );
}
