import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { text } from './wording.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const DAY_MS = 24 * 60 * 60_000;

const file = text('the path of a PEM file with the CA certificates that vouch for the domain controllers')
  .transform((name) => path.resolve(ROOT, name))
  .superRefine((name, context) => {
    const message = problemOf(name);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });

/**
 * PEM files of certificates that can be read and parsed here and now, one or several; absolute paths once checked. Every
 * certificate in them is trusted: while one authority takes the place of another, both are there.
 */
export const authorities = z
  .union([file, z.array(file).min(1, 'is empty: give the PEM file of the CA')])
  .transform((given): readonly string[] => [given].flat())
  .superRefine((files, context) => {
    const all = certificatesIn(files);
    if (all.length > 0 && all.every((one) => daysLeft(one, Date.now()) < 0))
      context.addIssue({
        code: 'custom',
        message: `${files.join(' and ')} hold nothing but certificates that have ended: export the CA anew`,
      });
  });

/** Every certificate of the files, each as PEM text of its own. */
export const authorityTexts = (files: readonly string[]): readonly string[] =>
  files.flatMap((name) => readFileSync(name, 'utf8').match(CERTIFICATE) ?? []);

/** A sentence for each certificate that has ended, ends within 30 days, or is not of an authority. */
export const authorityWarnings = (domain: string, files: readonly string[], now: number): readonly string[] =>
  certificatesIn(files).flatMap((certificate) => {
    const { subject, validTo, ca } = certificate;
    const which = `The domain ${domain} trusts "${subject.replaceAll('\n', ', ')}" (${files.join(', ')})`;
    const left = daysLeft(certificate, now);
    return [
      ...(left < 0
        ? [`${which}, which ended on ${validTo}: remove it once no domain controller uses it`]
        : left <= 30
          ? [`${which}, which ends on ${validTo}: put its successor beside it and deploy before then`]
          : []),
      ...(ca ? [] : [`${which}, which is not the certificate of an authority: give that of who issued it`]),
    ];
  });

const certificatesIn = (files: readonly string[]): readonly X509Certificate[] =>
  authorityTexts(files).map((pem) => new X509Certificate(pem));

const daysLeft = ({ validTo }: X509Certificate, now: number): number =>
  (new Date(validTo).getTime() - now) / DAY_MS;

function problemOf(name: string): string | undefined {
  try {
    const pem = readFileSync(name, 'utf8');
    if (pem.includes('PRIVATE KEY')) return `${name} holds a private key: leave only certificates in it`;
    const certificates = pem.match(CERTIFICATE) ?? [];
    if (certificates.length === 0) return `${name} holds no certificate: export the CA in PEM (Base-64) form`;
    const broken = certificates.findIndex((one) => !canBeParsed(one));
    return broken < 0
      ? undefined
      : `certificate ${broken + 1} of ${certificates.length} in ${name} cannot be parsed: export it anew in PEM form`;
  } catch (error) {
    return `${name} cannot be used (${error instanceof Error ? error.message : 'unreadable'}): export the CA in PEM form`;
  }
}

function canBeParsed(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}
