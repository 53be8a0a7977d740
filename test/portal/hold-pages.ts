import * as pages from '../../portal/pages.ts';
import type { Frame } from '../../portal/pages.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const reference = 'K7QM-2XHD-9R4T';
const TOKEN = 'x'.repeat(43);
const fields = [
  {
    name: 'detail-mail',
    attribute: 'mail',
    label: { text: 'E-mail address at work', language: 'en' },
    value: 'maximiliane.von-und-zu-oberammergau@subdomain.example.org',
  },
  {
    name: 'detail-employeeID',
    attribute: 'employeeID',
    label: { text: 'Personalnummer wie auf der Kraftfahrzeughaftpflichtversicherungskarte', language: 'de' },
  },
];

/** The pages of what is put on hold, and R1 with a search form, in every state that looks different. */
export const HOLD_PAGES: readonly { readonly name: string; readonly html: (frame: Frame) => string }[] = [
  { name: 'not me', html: (f) => pages.notMePage(f, { action: `/not-me/${TOKEN}`, at: NOON }) },
  { name: 'on hold', html: (f) => pages.onHoldPage(f, { reference }) },
  { name: 'lift', html: (f) => pages.liftPage(f, { action: `/lift-hold/${TOKEN}`, at: NOON }) },
  { name: 'lifted', html: (f) => pages.liftedPage(f, { reference }) },
  { name: 'worthless link', html: pages.worthlessLinkPage },
  { name: 'held: frozen', html: (f) => pages.heldPage(f, { hold: { kind: 'frozen' }, reference }) },
  {
    name: 'held: after a reset',
    html: (f) => pages.heldPage(f, { hold: { kind: 'after-reset', until: NOON }, reference }),
  },
  {
    name: 'recovery methods: on hold',
    html: (f) =>
      pages.recoveryMethodsPage(f, {
        displayName: 'Alice Smith',
        methods: [],
        neededForAnything: false,
        hold: { kind: 'after-reset', until: NOON },
      }),
  },
  { name: 'claim: name or details', html: (f) => pages.claimPage(f, { fields }) },
  {
    name: 'claim: details alone, one missing',
    html: (f) =>
      pages.claimPage(f, {
        named: false,
        fields,
        problem: { code: 'details-missing', field: 'detail-employeeID' },
      }),
  },
  {
    name: 'claim: both',
    html: (f) =>
      pages.claimPage(f, {
        username: 'asmith',
        fields,
        problem: { code: 'name-and-details', field: 'username' },
      }),
  },
];
