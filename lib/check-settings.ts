import { chosenSettings, settingsNames } from './chosen-settings.ts';
import { deploymentWarnings } from './deployment-warnings.ts';
import { MistakenSettings } from './settings/mistaken-settings.ts';

/** What was found of settings, for a person and for a script. */
export interface CheckedSettings {
  readonly lines: readonly string[];
  /** As the command line's: 0 for all fine, 1 for a file that is no settings, 2 for a name that is none, 3 for mistakes. */
  readonly exitCode: 0 | 1 | 2 | 3;
}

/**
 * Checks `config/<name>.ts` for each name, or all there are: every mistake and every warning, without a synth and without asking
 * anybody. `now` in epoch milliseconds.
 */
export async function checkSettings(
  names: readonly string[],
  now: number,
  folder?: string,
): Promise<CheckedSettings> {
  const all = await settingsNames(folder);
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    return {
      lines: [`There is no config/${unknown.join('.ts, config/')}.ts. There are: ${all.join(', ')}`],
      exitCode: 2,
    };
  const found = await Promise.all(
    (names.length > 0 ? names : all).map((name) => checkOne(name, now, folder)),
  );
  const codes = new Set(found.map(({ exitCode }) => exitCode));
  return {
    lines: found.flatMap(({ lines }) => lines),
    exitCode: codes.has(1) ? 1 : codes.has(3) ? 3 : 0,
  };
}

async function checkOne(name: string, now: number, folder?: string): Promise<CheckedSettings> {
  const file = `config/${name}.ts`;
  try {
    const warnings = deploymentWarnings(await chosenSettings(name, folder), now);
    const said = warnings.length === 0 ? 'no warning' : counted(warnings.length, 'warning');
    return { lines: [`${file}: no mistake, ${said}`, ...warnings.map(indented('warning: '))], exitCode: 0 };
  } catch (error) {
    if (error instanceof MistakenSettings)
      return {
        lines: [`${file}: ${counted(error.mistakes.length, 'mistake')}`, ...error.mistakes.map(indented(''))],
        exitCode: 3,
      };
    const why = error instanceof Error ? error.message : String(error);
    return { lines: [`${file} cannot be read as settings: ${why}`], exitCode: 1 };
  }
}

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

const indented =
  (before: string) =>
  (line: string): string =>
    `  ${before}${line}`;
