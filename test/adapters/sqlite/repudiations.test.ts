import { repudiationsContract } from '../../contracts/repudiations.ts';
import { sqliteStores } from './stores.ts';

repudiationsContract('SQLite', sqliteStores);
