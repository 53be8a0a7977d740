import { sqliteFlowStore } from '../../../adapters/sqlite/flow-store.ts';
import { openCentralStore } from '../../../adapters/sqlite/open-central-store.ts';
import { aTryToll } from '../../support/stored-records.ts';

// A process of its own: `<file> <flow key> <cap> <times>`. Sends back how many tries were admitted.
const [file = '', key = '', cap, times] = process.argv.slice(2);
const flows = sqliteFlowStore(openCentralStore(file));
let admitted = 0;
for (let n = 0; n < Number(times); n += 1) {
  const { kind } = await flows.reserve(key, aTryToll({ perFlow: Number(cap) }));
  if (kind === 'reserved') admitted += 1;
}
process.send?.(admitted);
