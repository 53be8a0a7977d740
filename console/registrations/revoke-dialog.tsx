import type { Registration } from '../../client/client.ts';
import { revoking } from './act-on-people.ts';
import { nameOf } from './name-of.ts';
import { ReasonDialog, type AboutPeople } from './reason-dialog.tsx';

/** Takes away what people registered, with a reason (message C of the microcopy). */
export function RevokeDialog({ people, onClose }: AboutPeople) {
  const whose =
    people.length === 1 ? `${nameOf(people[0])}’s` : `${people.length.toLocaleString('en')} people’s`;
  return (
    <ReasonDialog
      people={people}
      header={`Remove ${whose} recovery set-up?`}
      act="Remove set-up"
      how={revoking}
      onClose={onClose}
    >
      They will not be able to unlock or reset by themselves until they set it up again. {toldHow(people)}
    </ReasonDialog>
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
