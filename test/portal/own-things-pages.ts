import * as pages from '../../portal/pages.ts';
import type { Frame } from '../../portal/pages.ts';

/** As long as such an address gets: an organization's name in characters of three bytes each. */
const SET_UP = {
  uri: `otpauth://totp/${encodeURIComponent('株式会社エグザンプル・コーポレーション')}:maximiliane.von-und-zu-oberammergau?issuer=${encodeURIComponent('株式会社エグザンプル・コーポレーション')}&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30`,
  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  account: 'maximiliane.von-und-zu-oberammergau-schulze',
};
const CODES = Array.from({ length: 10 }, (_, index) => `${index}BCDEFGHJKMNPQRS`);

/** The pages of what people keep themselves, in every state that looks different. */
export const OWN_THINGS_PAGES: readonly { readonly name: string; readonly html: (frame: Frame) => string }[] =
  [
    { name: 'app code', html: (f) => pages.appCodePage(f) },
    {
      name: 'app code: wrong',
      html: (f) => pages.appCodePage(f, { problem: { code: 'app-code-wrong', field: 'code' } }),
    },
    { name: 'recovery code', html: (f) => pages.recoveryCodePage(f) },
    {
      name: 'recovery code: wrong',
      html: (f) => pages.recoveryCodePage(f, { problem: { code: 'recovery-code-wrong', field: 'code' } }),
    },
    { name: 'known browser', html: (f) => pages.knownBrowserPage(f) },
    {
      name: 'known browser: not known',
      html: (f) => pages.knownBrowserPage(f, { problem: { code: 'browser-not-known' } }),
    },
    { name: 'app', html: (f) => pages.authenticatorStartPage(f) },
    { name: 'app: forced', html: (f) => pages.authenticatorStartPage(f, { first: 'forced' }) },
    {
      name: 'app: skippable, to begin again',
      html: (f) =>
        pages.authenticatorStartPage(f, { first: 'skippable', problem: { code: 'app-begin-again' } }),
    },
    { name: 'app set-up', html: (f) => pages.authenticatorSetupPage(f, SET_UP) },
    {
      name: 'app set-up: missing',
      html: (f) =>
        pages.authenticatorSetupPage(f, { ...SET_UP, problem: { code: 'app-code-missing', field: 'code' } }),
    },
    { name: 'recovery codes', html: (f) => pages.recoveryCodesPage(f) },
    { name: 'recovery codes: some left', html: (f) => pages.recoveryCodesPage(f, { left: 3 }) },
    {
      name: 'recovery codes: twice',
      html: (f) => pages.recoveryCodesPage(f, { left: 0, problem: { code: 'page-expired' } }),
    },
    { name: 'recovery codes: shown', html: (f) => pages.recoveryCodesShownPage(f, { codes: CODES }) },
    { name: 'remember browser', html: (f) => pages.rememberBrowserPage(f, { days: 30 }) },
    {
      name: 'remember browser: twice',
      html: (f) => pages.rememberBrowserPage(f, { days: 1, problem: { code: 'page-expired' } }),
    },
  ];
