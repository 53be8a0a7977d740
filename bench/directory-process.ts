import { startLookAlike } from '../local/directory/look-alike.ts';
import { benchPeople } from './people.ts';

/** The directory in a process of its own: tells its address, and its CPU time whenever asked. */
const directory = await startLookAlike({ cast: benchPeople(Number(process.argv[2])) });
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), counts: directory.counts() }));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: directory.url, ca: directory.ca });
