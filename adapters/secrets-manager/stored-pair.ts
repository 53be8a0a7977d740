import * as z from 'zod/mini';
import type { AccountPair, PendingPair } from '../../domain/rotation/account-pair.ts';
import type { Credential } from '../active-directory/credential-source.ts';
import { parsedSecret } from './parsed-secret.ts';

const FILLED = z.string().check(z.minLength(1));
const CREDENTIAL = z.object({ username: FILLED, password: FILLED });
const PAIR = z.extend(CREDENTIAL, { alternate: z.optional(CREDENTIAL) });
const PENDING = z.object({ ...CREDENTIAL.shape, alternate: CREDENTIAL, formerPassword: FILLED });

/** How a secret is written, for messages. */
export const PAIR_SHAPE =
  '{"username": "…", "password": "…", "alternate": {"username": "…", "password": "…"}}';

/** The account in use; whatever else a secret says is none of its readers' business. Undefined for any other shape. */
export const storedCredential = (text: string | undefined): Credential | undefined =>
  z.safeParse(CREDENTIAL, parsedSecret(text)).data;

/** Both accounts; undefined for any other shape. */
export function storedPair(text: string | undefined): AccountPair | undefined {
  const read = z.safeParse(PAIR, parsedSecret(text)).data;
  if (!read) return undefined;
  const { username, password, alternate } = read;
  return { username, password, ...(alternate && { alternate }) };
}

/** What a rotation keeps; undefined for any other shape. */
export const storedPending = (text: string | undefined): PendingPair | undefined =>
  z.safeParse(PENDING, parsedSecret(text)).data;
