import type { DatabaseSync } from 'node:sqlite';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { type MayText, TEXT_BREAKER, type TextBudget } from '../../domain/ports/outbox.ts';
import { windowStart } from '../central-store/window.ts';

const HOUR_MS = LIFETIMES.hour;
const DAY_MS = 24 * HOUR_MS;
const hourOf = (now: number): number => windowStart(now, { windowMs: HOUR_MS });

/** Counts one text of the hour and the day, as the only writer; or says why not. */
export function mayText(db: DatabaseSync, now: number, { perHour, perDay }: TextBudget): MayText {
  const hour = hourOf(now);
  const day = windowStart(now, { windowMs: DAY_MS });
  const ofDay = db
    .prepare('SELECT sum(sent) AS sent FROM texts WHERE hour >= ? AND hour < ?')
    .get(day, day + DAY_MS);
  const ofHour = db.prepare('SELECT sent, proven FROM texts WHERE hour = ?').get(hour);
  const [sent, proven] = [Number(ofHour?.['sent'] ?? 0), Number(ofHour?.['proven'] ?? 0)];
  if (sent >= perHour || Number(ofDay?.['sent'] ?? 0) >= perDay) return 'budget';
  if (sent >= TEXT_BREAKER.from && proven * TEXT_BREAKER.oneIn < sent) return 'breaker';
  db.prepare('INSERT INTO texts VALUES (?, 1, 0) ON CONFLICT (hour) DO UPDATE SET sent = sent + 1').run(hour);
  return 'may';
}

/** Counts one text of this hour that held. */
export function countProven(db: DatabaseSync, now: number): void {
  const count = 'INSERT INTO texts VALUES (?, 0, 1) ON CONFLICT (hour) DO UPDATE SET proven = proven + 1';
  db.prepare(count).run(hourOf(now));
}
