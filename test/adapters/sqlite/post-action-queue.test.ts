import { postActionQueueContract } from '../../contracts/post-action-queue.ts';
import { sqliteStores } from './stores.ts';

postActionQueueContract('SQLite', sqliteStores);
