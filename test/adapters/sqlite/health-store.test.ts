import { healthStoreContract } from '../../contracts/health-store.ts';
import { sqliteStores } from './stores.ts';

healthStoreContract('SQLite', sqliteStores);
