import { createHash } from 'node:crypto';

/** A handle is 32 bytes, base64url; anything else opens nothing and is not looked up. */
const HANDLE = /^[A-Za-z0-9_-]{43}$/;

/** The store's key of a handle: its SHA-256, base64url. Undefined for what is no handle. */
export const handleKey = (handle: string | undefined): string | undefined =>
  handle !== undefined && HANDLE.test(handle)
    ? createHash('sha256').update(handle).digest('base64url')
    : undefined;
