import { trailContract } from '../../contracts/trail.ts';
import { sqliteStores } from './stores.ts';

trailContract('SQLite', sqliteStores);
