import { outboxContract } from '../../contracts/outbox.ts';
import { sqliteStores } from './stores.ts';

outboxContract('SQLite', sqliteStores);
