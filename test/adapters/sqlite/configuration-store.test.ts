import { configurationStoreContract } from '../../contracts/configuration-store.ts';
import { sqliteStores } from './stores.ts';

configurationStoreContract('SQLite', sqliteStores);
