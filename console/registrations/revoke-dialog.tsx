import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Registration } from '../../client/client.ts';
import { ActDialog } from './act-dialog.tsx';
import { revoking } from './act-on-people.ts';
import { nameOf } from './name-of.ts';
import { isReason, ReasonField } from './reason-field.tsx';

/** Takes away what people registered, with a reason (message C of the microcopy). */
export function RevokeDialog(props: {
  readonly people: readonly Registration[];
  readonly onClose: (acted: boolean) => void;
}) {
  const { people, onClose } = props;
  const [reason, setReason] = useState('');
  const whose =
    people.length === 1 ? `${nameOf(people[0])}’s` : `${people.length.toLocaleString('en')} people’s`;
  return (
    <ActDialog
      people={people}
      header={`Remove ${whose} recovery set-up?`}
      act="Remove set-up"
      disabled={!isReason(reason)}
      how={revoking(reason.trim())}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <div>
          They will not be able to unlock or reset by themselves until they set it up again. {toldHow(people)}
        </div>
        <ReasonField reason={reason} onChange={setReason} />
      </SpaceBetween>
    </ActDialog>
  );
}

/** Whoever has confirmed no address and no number cannot be told: whoever revokes has to know. */
function toldHow(people: readonly Registration[]): string {
  const isReached = ({ methods }: Registration) =>
    methods.includes('email-code') || methods.includes('sms-code');
  const silent = people.filter((one) => one.methods.length > 0 && !isReached(one)).length;
  if (silent === 0) return 'They will be told at every address and number they have confirmed.';
  return silent === people.length
    ? 'They have confirmed no address and no number, so they will not be told: tell them yourself.'
    : `They will be told at every address and number they have confirmed; ${silent.toLocaleString('en')} of them have none: tell those yourself.`;
}
