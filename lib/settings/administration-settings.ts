import { doorSettings } from './door-settings.ts';

/** How administrators reach the console and the admin API, at an address and by a list of their own. */
export const administrationSettings = doorSettings('the console', 'administrators', 'no captcha');
