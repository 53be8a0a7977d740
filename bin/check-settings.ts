import { checkSettings } from '../lib/check-settings.ts';

/** `npm run config:check [-- env…]`: every mistake and every warning in config/<env>.ts, offline and without a synth. */
const { lines, exitCode } = await checkSettings(process.argv.slice(2), Date.now());
console.log(lines.join('\n'));
process.exitCode = exitCode;
