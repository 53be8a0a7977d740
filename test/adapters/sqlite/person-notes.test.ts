import { personNotesContract } from '../../contracts/person-notes.ts';
import { sqliteStores } from './stores.ts';

personNotesContract('SQLite', sqliteStores);
