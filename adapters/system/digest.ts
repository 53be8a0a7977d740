import { hash } from 'node:crypto';
import type { Digest } from '../../domain/ports/digest.ts';

/** SHA-256 by the runtime's own library. */
export const systemDigest: Digest = { sha256: (text) => hash('sha256', text, 'hex') };
