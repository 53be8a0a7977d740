import type { Branding } from '../../client/client.ts';

type Logo = NonNullable<Branding['logo']>;

/** What a logo may weigh, in bytes; the service refuses more. */
export const LARGEST_LOGO = 32 * 1024;
export const LOGO_TYPES: readonly Logo['type'][] = ['image/png', 'image/jpeg', 'image/webp'];

export type ReadLogo =
  | { readonly kind: 'read'; readonly type: Logo['type']; readonly base64: string }
  | { readonly kind: 'unfit'; readonly why: string };

/** The picture in a file, as the document keeps it; or why it can't be a logo, and what to do. */
export async function readLogo(file: File): Promise<ReadLogo> {
  const type = LOGO_TYPES.find((one) => one === file.type);
  if (!type)
    return { kind: 'unfit', why: `“${file.name}” is no PNG, JPEG or WebP. Choose a file of these types.` };
  if (file.size > LARGEST_LOGO)
    return {
      kind: 'unfit',
      why: `“${file.name}” weighs ${Math.ceil(file.size / 1024)} KB. Make it ${LARGEST_LOGO / 1024} KB or less: fewer pixels, or fewer colours.`,
    };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { kind: 'read', type, base64: btoa(text) };
}
