import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { text } from './wording.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The path of a PEM file of certificates that can be read and parsed here and now; absolute once checked. */
export const authorities = text(
  'the path of a PEM file with the CA certificates that vouch for the domain controllers',
)
  .transform((file) => path.resolve(ROOT, file))
  .superRefine((file, context) => {
    const message = problemOf(file);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/** The text of the file, as it goes beside each function. */
export const authoritiesText = (file: z.output<typeof authorities>): string => readFileSync(file, 'utf8');

function problemOf(file: string): string | undefined {
  try {
    const pem = authoritiesText(file);
    if (pem.includes('PRIVATE KEY')) return `${file} holds a private key: leave only certificates in it`;
    const certificates = pem.match(CERTIFICATE) ?? [];
    if (certificates.length === 0) return `${file} holds no certificate: export the CA in PEM (Base-64) form`;
    const old = certificates.map((one) => new X509Certificate(one)).find(isOver);
    return old && `${file} holds a certificate that ended on ${old.validTo}: export the CA anew`;
  } catch (error) {
    return `${file} cannot be used (${error instanceof Error ? error.message : 'unreadable'}): export the CA in PEM form`;
  }
}

const isOver = (certificate: X509Certificate): boolean =>
  new Date(certificate.validTo).getTime() < Date.now();
