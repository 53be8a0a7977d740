import { sqliteChainHeads } from '../../../adapters/sqlite/chain-heads.ts';
import { openCentralStore } from '../../../adapters/sqlite/open-central-store.ts';
import { chainHeadsContract } from '../../contracts/chain-heads.ts';

chainHeadsContract('SQLite', async () => sqliteChainHeads(openCentralStore(':memory:')));
