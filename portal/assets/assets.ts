import type { Assets } from './build.ts';
import built from './built.json' with { type: 'json' };

/**
 * The style sheet and the modules as they are served, at hand in every way the product runs: `built.json` is written by
 * `npm run assets`, kept in the repository, and held to its sources by a test. No bundler needs to know of it.
 */
export const ASSETS: Assets = built;

/** Their names, for `Frame.assets`. */
export const ASSET_NAMES = { css: built.css.name, js: built.js.name, passkey: built.passkey.name } as const;
