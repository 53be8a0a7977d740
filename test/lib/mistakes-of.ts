import { defineConfig, type SettingsInput } from '../../lib/settings.ts';
import { MistakenSettings } from '../../lib/settings/mistaken-settings.ts';

/** What is told of these settings, a line a mistake; nothing when they are right. */
export function mistakesOf(given: unknown): readonly string[] {
  try {
    defineConfig(given as SettingsInput);
    return [];
  } catch (error) {
    if (error instanceof MistakenSettings) return error.mistakes;
    throw error;
  }
}
