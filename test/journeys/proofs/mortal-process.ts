import { writeSync } from 'node:fs';
import { writingAfterwards } from '../../support/careless-flow-store.ts';
import { watchedPorts } from '../../support/watched-ports.ts';
import { doWork } from './do-work.ts';
import type { WorkOrder } from './work-order.ts';
import { workPorts } from './work-ports.ts';

// A process of its own: `<order as JSON>`. Prints every call of a port as it makes it, and how it ended, if it lives.
const order = JSON.parse(process.argv[2] ?? '') as WorkOrder;

/** Nothing is closed, flushed or said: as when the machine is gone. */
const die = (): void => void process.kill(process.pid, 'SIGKILL');

const honest = await workPorts(order);
const flows = order.careless === true ? writingAfterwards(honest.flows) : honest.flows;
let calls = 0;
const ports = watchedPorts({ ...honest, flows }, async (name, call) => {
  calls += 1;
  const isLast = calls === order.lastCall;
  writeSync(1, `${name}\n`);
  if (isLast && order.moment === 'before') die();
  const answer: unknown = await call();
  if (isLast) die();
  return answer;
});
if (order.afterMs !== undefined) setTimeout(die, order.afterMs);
const ended = await doWork(ports, order);
writeSync(1, `= ${ended}\n`);
process.exit(0);
