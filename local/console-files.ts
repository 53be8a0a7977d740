import { builtConsole } from '../lambdas/build-console.ts';
import { type ConsoleFiles, consoleFiles } from '../lambdas/console/files.ts';

/** The console's files, built when one is first asked for; a build that failed is tried again with the next one. */
export function consoleOnDemand(): ConsoleFiles {
  let files: Promise<ConsoleFiles> | undefined;
  return async (name) => {
    files ??= builtConsole().then(consoleFiles);
    try {
      return await (
        await files
      )(name);
    } catch (error) {
      files = undefined;
      throw error;
    }
  };
}
