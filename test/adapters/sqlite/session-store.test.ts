import { sessionStoreContract } from '../../contracts/session-store.ts';
import { sqliteStores } from './stores.ts';

sessionStoreContract('SQLite', sqliteStores);
