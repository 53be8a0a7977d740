import { startLookAlike } from '../local/directory/look-alike.ts';
import { manyPeople } from '../local/directory/many-people.ts';
import { CAST } from '../local/people.ts';

/** A directory with so many people, in a process of its own. */
const directory = await startLookAlike({ cast: [...CAST, ...manyPeople(Number(process.argv[2]))] });
process.on('disconnect', () => process.exit(0));
process.send?.({ url: directory.url, ca: directory.ca });
