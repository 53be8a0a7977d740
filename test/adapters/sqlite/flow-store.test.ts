import { flowStoreContract } from '../../contracts/flow-store.ts';
import { sqliteStores } from './stores.ts';

flowStoreContract('SQLite', sqliteStores);
