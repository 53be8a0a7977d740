import * as pages from '../../portal/pages.ts';
import type { Frame } from '../../portal/pages.ts';

const ADDRESS = `https://login.example.com/authorize?${'x'.repeat(600)}`;
const NAME = {
  text: 'Sign in with the identity card of the Kraftfahrzeughaftpflichtversicherung',
  language: 'de',
};
const PROMPTS = [
  { id: 'badge', text: 'Which colour has your badge?', language: 'en' },
  {
    id: 'employeeID',
    text: 'Personalnummer wie auf der Kraftfahrzeughaftpflichtversicherungskarte',
    language: 'de',
  },
];
const prompts = { name: NAME, prompts: PROMPTS, masked: true } as const;

/** The pages of what is proven elsewhere, in every state that looks different. */
export const ELSEWHERE_PAGES: readonly { readonly name: string; readonly html: (frame: Frame) => string }[] =
  [
    { name: 'provider', html: (f) => pages.providerPage(f, { name: NAME, address: ADDRESS }) },
    {
      name: 'provider: wrong',
      html: (f) =>
        pages.providerPage(f, { name: NAME, address: ADDRESS, problem: { code: 'sign-in-wrong' } }),
    },
    {
      name: 'provider: away',
      html: (f) =>
        pages.providerPage(f, { name: NAME, address: undefined, problem: { code: 'sign-in-unavailable' } }),
    },
    {
      name: 'provider: back',
      // Without what has its button pressed: it would be gone before anybody looks.
      html: (f) =>
        pages
          .providerReturnPage(f, {
            action: '/recover/openid-connect/return',
            before: '/recover/openid-connect',
            returned: { code: 'x'.repeat(200), state: 'y' },
          })
          .replace(/ data-goes-on="[^"]*"/, ''),
    },
    { name: 'link', html: (f) => pages.linkIdentityPage(f, { address: ADDRESS }) },
    {
      name: 'link: another',
      html: (f) =>
        pages.linkIdentityPage(f, {
          address: ADDRESS,
          linkedAt: Date.UTC(2026, 10, 22),
          problem: { code: 'sign-in-not-linked' },
        }),
    },
    {
      name: 'responses',
      html: (f) =>
        pages.promptsPage(f, {
          ...prompts,
          action: '/recover/external-responses',
          lead: 'prompts.responses-lead',
        }),
    },
    {
      name: 'attributes: wrong',
      html: (f) =>
        pages.promptsPage(f, {
          ...prompts,
          masked: false,
          action: '/recover/ldap-attributes',
          lead: 'prompts.attributes-lead',
          triesLeft: 1,
          problem: { code: 'given-wrong' },
        }),
    },
    {
      name: 'attributes: missing',
      html: (f) =>
        pages.promptsPage(f, {
          ...prompts,
          action: '/recover/ldap-attributes',
          lead: 'prompts.attributes-lead',
          problem: { code: 'given-missing', field: 'given.employeeID' },
        }),
    },
  ];
