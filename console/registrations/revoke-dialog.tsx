import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { Registration } from '../../client/client.ts';
import { ActDialog } from './act-dialog.tsx';
import { revoking } from './act-on-people.ts';

/** The longest reason the API takes. */
const LONGEST_REASON = 500;

/** Takes away what people registered, with a reason (message C of the microcopy). */
export function RevokeDialog(props: {
  readonly people: readonly Registration[];
  readonly onClose: (acted: boolean) => void;
}) {
  const { people, onClose } = props;
  const [reason, setReason] = useState('');
  const tooLong = reason.trim().length > LONGEST_REASON;
  const whose =
    people.length === 1 ? `${nameOf(people[0])}’s` : `${people.length.toLocaleString('en')} people’s`;
  return (
    <ActDialog
      people={people}
      header={`Remove ${whose} recovery set-up?`}
      act="Remove set-up"
      disabled={reason.trim() === '' || tooLong}
      how={revoking(reason.trim())}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>
          They will not be able to unlock or reset by themselves until they set it up again. {toldHow(people)}
        </div>
        <FormField
          label="Reason"
          description="Kept in the trail, with your name. They are not shown it."
          errorText={tooLong ? `Use at most ${LONGEST_REASON} characters.` : undefined}
        >
          <Textarea value={reason} rows={2} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
      </SpaceBetween>
    </ActDialog>
  );
}

/** A display name; else the name to sign in with. */
export const nameOf = (person: Registration | undefined): string =>
  person === undefined || person.displayName === '' ? (person?.name ?? '') : person.displayName;

/** Whoever has confirmed no address cannot be told by e-mail: whoever revokes has to know. */
function toldHow(people: readonly Registration[]): string {
  const silent = people.filter(({ methods }) => methods.length > 0 && !methods.includes('email-code')).length;
  if (silent === 0) return 'They will be told by e-mail, at every address they have confirmed.';
  return silent === people.length
    ? 'They have confirmed no address, so they will not be told by e-mail: tell them yourself.'
    : `They will be told by e-mail, at every address they have confirmed; ${silent.toLocaleString('en')} of them have none: tell those yourself.`;
}
