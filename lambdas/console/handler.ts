import path from 'node:path';
import { configurationFrom, environmentOf, siteFrom } from '../environment.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { CONSOLE_FOLDER, consoleFiles } from './files.ts';
import { consoleRoutes } from './routes.ts';

// Powers: none. It hands out files.
export const POWERS = {} as const;

const { journal, meter, layers } = observability('console');
const environment = environmentOf('console');
const deployed = configurationFrom(environment);
const files = consoleFiles(path.join(import.meta.dirname, CONSOLE_FOLDER));
const edge = { site: siteFrom(environment), journal, meter, configuration: () => Promise.resolve(deployed) };

export const handler = serve(edge, consoleRoutes(files), layers);
