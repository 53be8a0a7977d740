import type { Flow } from '../../domain/recovery/flow.ts';
import { CODE_METHODS, type MethodName } from '../../domain/verification/method.ts';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedFlow } from '../central-store/stored-flow.ts';
import { inQueueOrder } from '../central-store/stored-message.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { newOutbox } from './queueing.ts';
import type { Row } from './requests.ts';

/** The one partition of the index of flows that are executing. */
export const EXECUTING = 'executing';
/** A settled flow is kept this long: its notice may wait for the mail service, its outcome answers a repeated request. */
export const SETTLED_KEPT_MS = 7 * 24 * 60 * 60_000;

/**
 * Open and in time. The life of a flow has two ends, since one update cannot take the smaller of two attributes:
 * `idleUntil`, moved by each try, and `endsAt`, which the first try fixes.
 */
export const LIVE = '#state = :open AND idleUntil > :now AND endsAt > :now';

/** A settled reset is kept this long: until then the person's notes go by it, however long changes are held up after one. */
export const RESET_KEPT_MS = 31 * 24 * 60 * 60_000;

/** The attributes of one method's codes: flat, so that one update can count it, replace it and drop it. */
export const codeNames = (method: MethodName) => ({
  tag: `codeTag:${method}`,
  expiresAt: `codeExpiresAt:${method}`,
  tries: `codeTries:${method}`,
  byText: `codeByText:${method}`,
  sends: `sends:${method}`,
});

const codesFlat = ({ codes, sends }: Pick<Flow, 'codes' | 'sends'>): Row =>
  Object.fromEntries(
    CODE_METHODS.flatMap((method) => {
      const [names, code] = [codeNames(method), codes[method]];
      return [
        [names.tag, code?.tag],
        [names.expiresAt, code?.expiresAt],
        [names.tries, code?.tries],
        [names.byText, code?.byText],
        [names.sends, sends[method]],
      ].filter(([, value]) => value !== undefined) as [string, string | number | true][];
    }),
  );

/** The codes in force and the codes sent, by method; what an earlier release kept of one is not looked at. */
function codesOf(row: Row) {
  const [codes, sends]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const method of CODE_METHODS) {
    const { tag, expiresAt, tries, byText, sends: sent } = codeNames(method);
    if (row[tag] !== undefined)
      codes[method] = {
        tag: row[tag],
        expiresAt: row[expiresAt],
        tries: row[tries],
        ...(row[byText] === true && { byText: true }),
      };
    if (row[sent] !== undefined) sends[method] = row[sent];
  }
  return { codes, sends };
}

/** A flow as its row: codes flat, so that each can be counted and dropped; messages by id, so that each can go alone. */
export function flowRow(flow: Flow): Row {
  const { key, expiresAt, codes, sends, outbox, ...rest } = flow;
  return {
    ...keys.flow(key),
    ...rest,
    key,
    idleUntil: expiresAt,
    endsAt: Number.MAX_SAFE_INTEGER,
    ...codesFlat({ codes, sends }),
    ...newOutbox(outbox),
    // What is executing must not be cleaned away before the truth about it is known.
    ...(flow.state === 'executing' && { executing: EXECUTING, begunAt: flow.intent?.at ?? flow.startedAt }),
    ...(flow.state !== 'executing' && { ttl: ttlAfter(expiresAt) }),
  };
}

/** The flow of a row, or a Failure (`store-corrupt`). */
export function flowOf(row: Row): Flow {
  const { idleUntil, endsAt, outbox, ...rest } = row;
  const flow = readStored(
    storedFlow,
    {
      ...rest,
      expiresAt: Math.min(Number(idleUntil), Number(endsAt)),
      ...codesOf(row),
      outbox: Object.values(Object(outbox) as Record<string, QueuedMessage>),
    },
    'recovery flow',
  );
  return { ...flow, outbox: inQueueOrder(flow.outbox) };
}
