import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { FlowStore, StartToll } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { countOne, hasRoom } from './counters.ts';
import { begun, issued, proven, settled } from './flow-moves.ts';
import { findFlow, flowOf, insertFlow, replaceFlow } from './flow-rows.ts';
import { leaseIsFree, takeLease } from './lease.ts';
import { reserve } from './reserve.ts';
import { insertEvent } from './trail.ts';
import { reading, transaction } from './transaction.ts';

/** The flow store on SQLite. Each move reads, decides and writes as the only writer. */
export function sqliteFlowStore(db: DatabaseSync): FlowStore {
  /** Moves the flow to what `next` answers; answers it, or undefined when there was no move to make. */
  const move = (key: string, next: (flow: Flow) => Flow | undefined) => {
    const flow = findFlow(db, key);
    const moved = flow && next(flow);
    return moved && replaceFlow(db, flow, moved);
  };
  return {
    start: (flow, toll) => transaction(db, 'start a flow', () => start(db, flow, toll)),
    open: (flow, event) =>
      transaction(db, 'open a flow', () => {
        if (!leaseIsFree(db, flow, flow.intent?.lookedAt ?? flow.startedAt)) return 'person-busy';
        takeLease(db, flow);
        insertFlow(db, flow);
        insertEvent(db, event);
        return 'begun';
      }),
    find: (key) => reading('find a flow', () => findFlow(db, key)),
    reserve: (key, toll) => transaction(db, 'count a try', () => reserve(db, key, toll)),
    prove: ({ key }, proof, now, code) =>
      transaction(db, 'keep a proof', () => move(key, (flow) => proven(flow, proof, now, code))),
    forgive: ({ person }, method) =>
      reading("forget a person's tries", () => {
        const forget = db.prepare('DELETE FROM method_tries WHERE person = ? AND method = ?');
        forget.run(personKey(person), method);
      }),
    issueCode: (key, code, message, now, sendsPerFlow) =>
      transaction(db, 'keep a code', () =>
        move(key, (flow) => issued(flow, code, message, now, sendsPerFlow)),
      ),
    begin: (seen, intent, notice, event, now) =>
      transaction(db, 'keep an intent', () => {
        if (!leaseIsFree(db, seen, intent.lookedAt)) return 'person-busy';
        if (!move(seen.key, (flow) => begun(flow, seen, intent, notice, now))) return 'moved';
        takeLease(db, seen);
        insertEvent(db, event);
        return 'begun';
      }),
    settle: (executing, outcome, notice, event) =>
      transaction(db, 'keep an outcome', () => {
        if (!move(executing.key, (flow) => settled(flow, executing, outcome, notice))) return false;
        insertEvent(db, event);
        return true;
      }),
    unsettled: (before, limit) =>
      reading('find unsettled flows', () =>
        db
          .prepare('SELECT document FROM flows WHERE begun_at < ? ORDER BY begun_at LIMIT ?')
          .all(before, limit)
          .map(flowOf),
      ),
  };
}

function start(db: DatabaseSync, flow: Flow, { source, perSource, everywhere }: StartToll) {
  const now = flow.startedAt;
  const from = `starts-from#${source}`;
  if (!hasRoom(db, from, perSource, now) || !hasRoom(db, 'starts', everywhere, now)) return 'too-many';
  countOne(db, from, perSource, now);
  countOne(db, 'starts', everywhere, now);
  insertFlow(db, flow);
  return 'started';
}
