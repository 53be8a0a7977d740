import { doorSettings } from './door-settings.ts';

/** How people reach the portal. */
export const portalSettings = doorSettings('the portal', 'people', 'captcha');
