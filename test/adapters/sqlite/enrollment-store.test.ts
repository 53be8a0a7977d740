import { enrollmentStoreContract } from '../../contracts/enrollment-store.ts';
import { sqliteStores } from './stores.ts';

enrollmentStoreContract('SQLite', sqliteStores);
