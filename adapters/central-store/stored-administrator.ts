import * as z from 'zod/mini';
import { storedPerson } from './stored-flow.ts';

/** Who did something, as a version, an event or a visit shows it. */
export const storedAdministrator = z.object({ person: storedPerson, name: z.string() });
