import example from '../../config/example.ts';
import type { Settings } from '../settings.ts';

/** What the pictures of the dashboards and docs/metrics.md are drawn for: the example, with everything that can be watched. */
export const documentedSettings: Settings = {
  ...example,
  canary: { username: 'latchkey-canary', from: 'outside' },
};
