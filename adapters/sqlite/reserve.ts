import type { DatabaseSync } from 'node:sqlite';
import type { Reservation, TryToll } from '../../domain/ports/flow-store.ts';
import { type Person, personKey } from '../../domain/person.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { NEVER, windowStart } from '../central-store/window.ts';
import { isCodeMethod } from '../../domain/verification/method.ts';
import { findFlow, isLive, replaceFlow } from './flow-rows.ts';

/** Counts one try, before anything is looked at; a flow's try stays counted when the person's is refused. */
export function reserve(db: DatabaseSync, key: string, toll: TryToll): Reservation {
  const seen = findFlow(db, key);
  const counted = seen && countOnFlow(seen, toll);
  if (!counted) return { kind: 'flow-closed' };
  const flow = replaceFlow(db, seen, counted);
  const person = countOnPerson(db, flow.person, toll);
  return typeof person === 'number'
    ? { kind: 'reserved', flow, methodTries: person }
    : { kind: 'person-spent', ...person };
}

function countOnFlow(flow: Flow, toll: TryToll): Flow | undefined {
  const ends = flow.startedAt + toll.absoluteMs;
  if (!isLive(flow, toll.now) || toll.now >= ends || flow.tries >= toll.perFlow) return undefined;
  const next = { ...flow, tries: flow.tries + 1, expiresAt: Math.min(toll.now + toll.idleMs, ends) };
  const code = isCodeMethod(toll.method) && flow.codes[toll.method];
  if (!code) return next;
  return code.tries < toll.perCode
    ? { ...next, codes: { ...flow.codes, [toll.method]: { ...code, tries: code.tries + 1 } } }
    : undefined;
}

/** The method's consecutive tries with this one, or when to come back. */
function countOnPerson(
  db: DatabaseSync,
  person: Person,
  { method, now, perPerson, perMethod }: TryToll,
): number | { readonly retryAt: number } {
  const name = personKey(person);
  const row = db.prepare('SELECT since, counted FROM tries WHERE person = ?').get(name);
  const consecutive = db
    .prepare('SELECT counted FROM method_tries WHERE person = ? AND method = ?')
    .get(name, method);
  const methodTries = Number(consecutive?.['counted'] ?? 0);
  if (methodTries >= perMethod) return { retryAt: NEVER };
  // A row ahead of us (another clock, a longer window until now) is counted in its own window.
  const since = Math.max(windowStart(now, perPerson), Number(row?.['since'] ?? 0));
  const inWindow = row?.['since'] === since ? Number(row['counted']) : 0;
  if (inWindow >= perPerson.cap) return { retryAt: since + perPerson.windowMs };
  db.prepare('INSERT OR REPLACE INTO tries VALUES (?, ?, ?)').run(name, since, inWindow + 1);
  db.prepare('INSERT OR REPLACE INTO method_tries VALUES (?, ?, ?)').run(name, method, methodTries + 1);
  return methodTries + 1;
}
