import type { Action } from './action.ts';

/** What a text of a post action may name; none of them is a secret. docs/administration.md lists them. */
export const MACROS = [
  'username',
  'domain',
  'displayName',
  'mail',
  'action',
  'at',
  'reference',
  'userConfiguration',
  'organization',
] as const;
export type Macro = (typeof MACROS)[number];

/** Something done after a change was made, with `%macro%`s filled in. Endpoint, topic and writable attributes are the deployment's. */
export type PostAction = {
  readonly id: string;
  readonly name: string;
  readonly after: readonly Action[];
} &
  /** A signed HTTPS request to one of the deployment's endpoints, by its name. */
  (
    | { readonly kind: 'webhook'; readonly endpoint: string; readonly text: string }
    /** A message on the deployment's SNS topic. */
    | { readonly kind: 'event'; readonly text: string }
    /** An attribute of the person's account, written by an account that may write nothing else. */
    | { readonly kind: 'attribute'; readonly attribute: string; readonly value: string }
  );
