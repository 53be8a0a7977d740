import { sqliteFlowStore } from '../../../adapters/sqlite/flow-store.ts';
import { openCentralStore } from '../../../adapters/sqlite/open-central-store.ts';
import { aTryToll } from '../../support/stored-records.ts';

// A process of its own: `<file> <flow key> <cap> <times>`. Says when it is ready, waits for a word so that all begin
// together, and says how many tries were admitted.
const [file = '', key = '', cap, times] = process.argv.slice(2);
const flows = sqliteFlowStore(openCentralStore(file));

async function admittedTries(): Promise<number> {
  let admitted = 0;
  for (let n = 0; n < Number(times); n += 1) {
    const { kind } = await flows.reserve(key, aTryToll({ perFlow: Number(cap) }));
    if (kind === 'reserved') admitted += 1;
  }
  return admitted;
}

await new Promise((resolve) => {
  process.once('message', resolve);
  process.send?.('ready');
});
process.send?.(await admittedTries());
