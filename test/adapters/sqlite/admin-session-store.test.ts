import { adminSessionStoreContract } from '../../contracts/admin-session-store.ts';
import { sqliteStores } from './stores.ts';

adminSessionStoreContract('SQLite', sqliteStores);
