import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { FlowStore, StartToll } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { countOne, hasRoom } from './counters.ts';
import { begun, issued, proven, settled } from './flow-moves.ts';
import { findFlow, flowOf, insertFlow, replaceFlow } from './flow-rows.ts';
import { resetBy } from '../central-store/stored-notes.ts';
import { leaseIsFree, takeLease } from './lease.ts';
import { isFrozen, noteReset } from './notes-rows.ts';
import { insertJob } from './post-action-queue.ts';
import { reserve } from './reserve.ts';
import { countProven } from './text-budget.ts';
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
        if (isFrozen(db, flow.person)) return 'frozen';
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
    issueCode: (key, method, code, message, now, cap) =>
      transaction(db, 'keep a code', () =>
        move(key, (flow) => issued(flow, { method, code, message, cap }, now)),
      ),
    begin: (seen, intent, heldNotice, event, now, heldPassword) =>
      transaction(db, 'keep an intent', () => {
        const beginning = { intent, heldNotice, ...(heldPassword && { heldPassword }) };
        const flow = findFlow(db, seen.key);
        const next = flow && begun(flow, seen, beginning, now);
        if (!leaseIsFree(db, seen, intent.lookedAt)) return 'person-busy';
        if (!next) return 'moved';
        if (isFrozen(db, seen.person)) return 'frozen';
        replaceFlow(db, flow, next);
        takeLease(db, seen);
        insertEvent(db, event);
        return 'begun';
      }),
    settle: (executing, outcome, messages, event, jobs) =>
      transaction(db, 'keep an outcome', () => {
        if (!move(executing.key, (flow) => settled(flow, executing, outcome, messages))) return false;
        const resetAt = resetBy({ outcome });
        if (resetAt !== undefined) noteReset(db, executing.person, resetAt);
        for (const job of jobs) insertJob(db, job);
        insertEvent(db, event);
        return true;
      }),
    countTextProven: (now) => reading('count a proof', () => countProven(db, now)),
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
