import { verify } from 'node:crypto';

/** Whether it is a signature (DER, base64) of the text's UTF-8 bytes by the key (PEM, on P-256), in the one spelling that it has. */
export function p256Signed(pem: string, text: string, signature: unknown): boolean {
  const bytes = Buffer.from(String(signature), 'base64');
  return bytes.toString('base64') === signature && verify('sha256', Buffer.from(text), pem, bytes);
}
