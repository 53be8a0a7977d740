import type { TLSSocket } from 'node:tls';
import { answer } from './answer.ts';
import { firstElementSize, MalformedMessage, TAG } from './ber.ts';
import type { Counts } from './counts.ts';
import { referred } from './refer.ts';
import { decodeRequest } from './request.ts';
import type { RequestMessage } from './request.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';

/**
 * Ways to fail that clients must survive: `mute` reads and never answers; `cut-modify` carries a modify out and cuts
 * the connection before answering; `cut` cuts it before doing anything; `refer` sends searches below the domain and
 * modifies elsewhere, as a read-only domain controller does with writes.
 */
export type Misbehaviour = 'mute' | 'cut-modify' | 'cut' | 'refer';

/** Larger messages are an attack or a mistake: the largest honest one is a filter of a few kilobytes. */
const LARGEST_MESSAGE = 1_048_576;
/** AD's MaxConnIdleTime. */
const IDLE_MS = 900_000;

export interface Serving {
  readonly world: World;
  readonly counts: Counts;
  readonly misbehaviour: () => Misbehaviour | undefined;
}

/** Serves one client until it leaves or sends what is no LDAP. */
export function serve(socket: TLSSocket, serving: Serving): void {
  const session: Session = { pages: new Map() };
  let pending: Buffer = Buffer.alloc(0);
  serving.counts.connections += 1;
  // Without this each answer waits 40 ms for the client's delayed acknowledgement.
  socket.setNoDelay(true);
  socket.setTimeout(IDLE_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    try {
      for (let size = wholeMessage(pending); size !== undefined; size = wholeMessage(pending)) {
        const message = pending.subarray(0, size);
        pending = pending.subarray(size);
        answerOne(socket, session, serving, message);
      }
    } catch (error) {
      if (error instanceof MalformedMessage) serving.counts.malformed += 1;
      socket.destroy();
    }
  });
}

function wholeMessage(pending: Buffer): number | undefined {
  // Other protocols would otherwise be waited for, not refused.
  if (pending.length > 0 && pending[0] !== TAG.sequence)
    throw new MalformedMessage('no LDAPMessage begins so');
  const size = firstElementSize(pending, LARGEST_MESSAGE);
  return size !== undefined && size <= pending.length ? size : undefined;
}

function answerOne(socket: TLSSocket, session: Session, serving: Serving, bytes: Buffer): void {
  if (socket.destroyed) return;
  const message = decodeRequest(bytes);
  const misbehaviour = serving.misbehaviour();
  if (misbehaviour === 'mute') return;
  if (misbehaviour === 'cut') {
    socket.destroy();
    return;
  }
  const answers = misbehaviour === 'refer' ? referred(serving, message) : undefined;
  reply(socket, message, misbehaviour, answers ?? answer({ ...serving, session }, message));
}

function reply(
  socket: TLSSocket,
  message: RequestMessage,
  misbehaviour: Misbehaviour | undefined,
  answers: readonly Buffer[],
): void {
  if (misbehaviour === 'cut-modify' && message.request.kind === 'modify') socket.destroy();
  else if (message.request.kind === 'unbind') socket.end();
  else if (answers.length > 0) socket.write(Buffer.concat(answers));
}
