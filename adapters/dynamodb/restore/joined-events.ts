import { isDeepStrictEqual } from 'node:util';
import type { TrailEvent } from '../../../domain/trail/event.ts';
import { readStored } from '../../central-store/read-stored.ts';
import { storedEvent } from '../../central-store/stored-event.ts';
import type { Row } from '../requests.ts';
import { eventPut } from '../trail.ts';
import { momentIn, strangeName } from './believed.ts';
import { type Join, type Left, trouble } from './left.ts';

const PARTS = ['pk', 'sk', 'person', 'reference', 'event'];

/** A row of the trail as it was. One that is not kept as its event would be is found where it does not belong, and sealed over and over. */
export function leftOfEvent(row: Row, now: number): Left {
  const odd = strangeName(row, (name) => PARTS.includes(name));
  if (odd !== undefined)
    return trouble(
      `the trail's row ${String(row['pk'])} ${String(row['sk'])} has "${odd}", which this version does not know`,
    );
  readStored(storedEvent, row['event'], 'trail event');
  const event = row['event'] as TrailEvent;
  momentIn({ at: event.at }, 'at', now);
  if (!isDeepStrictEqual({ ...row }, eventPut('', event).Put.Item))
    throw new Error('it is not kept as its event would be');
  return { kind: 'left', key: { pk: String(row['pk']), sk: String(row['sk']) }, row };
}

/** Rows of the trail are never changed, only told more of; where the two say different things, one was altered. */
export const joinEvents: Join = (present, left) => {
  const odd = Object.keys(left).find(
    (name) => name in present && !isDeepStrictEqual(present[name], left[name]),
  );
  return odd === undefined
    ? { ...left, ...present }
    : { clash: `the trail's row ${String(left['pk'])} ${String(left['sk'])} has another "${odd}" there` };
};
