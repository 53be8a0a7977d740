import type { LocalText } from '../questionnaire/question.ts';
import type { MethodName } from '../verification/method.ts';

/** What every method may be given: whether it is on, and the administrators' own words for it. */
export interface MethodSetting {
  readonly on: boolean;
  /** In place of the product's own, language by language. */
  readonly texts?: { readonly name?: LocalText; readonly description?: LocalText };
}

/** How one code gets to people (NetIQ's *Token Send Method*): by one way, by both, by the first there is, or as they choose. */
export const SEND_METHODS = ['email', 'sms', 'both', 'email-first', 'sms-first', 'choice'] as const;
export type SendMethod = (typeof SEND_METHODS)[number];

/** Every method's settings. What is left out is off. */
export interface MethodSettings {
  readonly 'security-answers': MethodSetting;
  readonly 'email-code': MethodSetting & {
    /**
     * Where codes go. `confirmed-or-directory` also uses AD's mail attribute for people without a confirmed
     * address; that mailbox often opens with the forgotten password, so whoever sets it is warned.
     */
    readonly addresses: 'confirmed' | 'confirmed-or-directory';
  };
  /** To whom texts may go stands in `textMessages`. */
  readonly 'sms-code'?: MethodSetting;
  readonly 'sent-code'?: MethodSetting & { readonly send: SendMethod };
  readonly 'authenticator-app'?: MethodSetting & {
    /** Whether signing in to one's methods leads to it first: not at all, with a way past it, or without. */
    readonly setUp: 'voluntary' | 'skippable' | 'forced';
  };
  readonly passkey?: MethodSetting;
  readonly 'recovery-code'?: MethodSetting;
  readonly 'openid-connect'?: MethodSetting & {
    /** Any of these authentication context classes is demanded; none, when empty. */
    readonly acr: readonly string[];
    /** All of these authentication methods (RFC 8176) are demanded. */
    readonly amr: readonly string[];
  };
  readonly 'external-responses'?: MethodSetting & {
    readonly prompts: readonly { readonly id: string; readonly label: LocalText }[];
  };
  readonly 'ldap-attributes'?: MethodSetting & {
    /** All of them must be given. */
    readonly attributes: readonly { readonly attribute: string; readonly label: LocalText }[];
  };
  readonly 'previous-authentication'?: MethodSetting & {
    /** How long a browser is remembered. */
    readonly days: number;
  };
}

/** To whom texts may go, and how many: what stands between the page and the telephone bill. */
export interface TextMessages {
  /** ISO 3166-1 codes of the countries whose numbers may be texted; the first is the one of numbers without a code. */
  readonly countries: readonly string[];
  /** `confirmed-or-directory` also uses AD's mobile attribute, which nobody proved to reach: whoever sets it is warned. */
  readonly numbers: 'confirmed' | 'confirmed-or-directory';
  /** The most codes by text in an hour and in a day, everybody's together. */
  readonly perHour: number;
  readonly perDay: number;
}

/** Whether a method may be used at all. */
export const isOn = ({ methods }: { readonly methods: MethodSettings }, method: MethodName): boolean =>
  methods[method]?.on ?? false;

/** The ways a send method may go by. */
export const waysOf = (by: SendMethod): { readonly email: boolean; readonly sms: boolean } => ({
  email: by !== 'sms',
  sms: by !== 'email',
});

/** How `sent-code` is sent: the same for everybody, for before proof nothing may tell people apart. */
export const sendMethod = ({ methods }: { readonly methods: MethodSettings }): SendMethod =>
  methods['sent-code']?.send ?? 'email';
