import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Outcome } from './act-on-people.ts';

/** What came of an act for one person, and what to do where nothing came of it. */
export interface OutcomeWords {
  readonly type: StatusIndicatorProps.Type;
  readonly says: string;
}

const WORDS: Readonly<Record<Outcome['result'], OutcomeWords>> = {
  revoked: { type: 'success', says: 'Removed.' },
  'not-registered': { type: 'info', says: 'Nothing was registered, so nothing was removed.' },
  'changed-meanwhile': {
    type: 'warning',
    says: 'They changed something at this very moment, so nothing was removed. Try again.',
  },
  sent: { type: 'success', says: 'A reminder is on its way.' },
  'already-reminded-today': { type: 'info', says: 'Was reminded today already. Try again tomorrow.' },
  registered: { type: 'info', says: 'Is registered already, so no reminder was sent.' },
  'no-address': { type: 'warning', says: 'No address is known. Tell them another way.' },
  'not-offered': { type: 'info', says: 'Nothing is offered to them, so no reminder was sent.' },
  frozen: { type: 'success', says: 'Self-service is on hold for them.' },
  'already-frozen': { type: 'info', says: 'Self-service was on hold already.' },
  unfrozen: { type: 'success', says: 'They can help themselves again.' },
  'not-frozen': { type: 'info', says: 'Self-service was not on hold for them.' },
};

export const outcomeWords = (result: Outcome['result']): OutcomeWords => WORDS[result];
