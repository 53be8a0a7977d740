import { draftStoreContract } from '../../contracts/draft-store.ts';
import { sqliteStores } from './stores.ts';

draftStoreContract('SQLite', sqliteStores);
