import type { Key } from '../catalogs/catalogs.ts';

/** What the pages of registering a contact call it, where they lead, and how its field behaves. */
interface ContactWords {
  readonly path: `/enroll/${string}`;
  readonly setUp: {
    readonly title: Key;
    readonly lead: Key;
    readonly label: Key;
    readonly hint: Key;
    /** Of the field. */
    readonly name: 'address' | 'number';
    /** Which keyboard the field brings up, and what the browser fills it with (HTML: autofill detail tokens). */
    readonly type: 'email' | 'tel';
  };
  readonly confirm: {
    readonly title: Key;
    readonly save: Key;
    readonly nothing: Key;
    readonly other: Key;
  };
}

/** The kinds of contact that codes can be sent to. */
export const CONTACT_WORDS = {
  mailbox: {
    path: '/enroll/email-code',
    setUp: {
      title: 'address.title',
      lead: 'address.lead',
      label: 'address.label',
      hint: 'address.hint',
      name: 'address',
      type: 'email',
    },
    confirm: {
      title: 'code.title',
      save: 'confirm.save',
      nothing: 'confirm.nothing',
      other: 'confirm.other',
    },
  },
  phone: {
    path: '/enroll/sms-code',
    setUp: {
      title: 'phone.title',
      lead: 'phone.lead',
      label: 'phone.label',
      hint: 'phone.hint',
      name: 'number',
      type: 'tel',
    },
    confirm: {
      title: 'code.title-sms',
      save: 'phone.save',
      nothing: 'phone.nothing',
      other: 'phone.other',
    },
  },
} as const satisfies Readonly<Record<string, ContactWords>>;

export type ContactKind = keyof typeof CONTACT_WORDS;
