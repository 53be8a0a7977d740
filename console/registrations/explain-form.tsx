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
        description="Says whom it names, and whether unlocking and resetting would work for them now."
        constraintText="asmith, CORP\asmith, asmith@example.com or an employee number, as people type it"
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
