import type { Branding } from '../../policy/configuration-document.ts';
import { LOGO_TYPES } from '../../policy/configuration-document.ts';
import { imageSize } from '../../policy/image-size.ts';
import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';

/** What a logo may weigh, in bytes: it is kept in the document and loaded by every visitor. */
export const LARGEST_LOGO = 32 * 1024;

/** In pixels, each way: a few kilobytes of PNG can be gigabytes once every visitor's browser has unpacked them. */
const MOST_PIXELS = 2_048;

/** The mistakes in a logo: of no type that is shown (an SVG may hold scripts), too heavy, too large, or not the image it says it is. */
export function logoMistakes(
  { type, base64 }: NonNullable<Branding['logo']>,
  path: string,
): readonly Mistake[] {
  const unfit = (step: string, message: string, remedy: string): readonly Mistake[] => [
    { path: `${path}${pointer(step)}`, code: 'logo-unfit', message, remedy },
  ];
  if (!LOGO_TYPES.includes(type))
    return unfit('type', `A logo can't be of the type "${type}".`, `Use one of ${LOGO_TYPES.join(', ')}.`);
  const bytes = Math.floor((base64.length * 3) / 4);
  if (bytes > LARGEST_LOGO + 2)
    return unfit(
      'base64',
      `The logo weighs ${String(Math.ceil(bytes / 1024))} KB.`,
      `Make it ${String(LARGEST_LOGO / 1024)} KB or less: fewer pixels, or fewer colours.`,
    );
  const size = imageSize(type, base64);
  if (size && Math.max(size.width, size.height) > MOST_PIXELS)
    return unfit(
      'base64',
      `The logo is ${String(size.width)} × ${String(size.height)} pixels large.`,
      `Make it ${String(MOST_PIXELS)} pixels or fewer each way.`,
    );
  if (size) return [];
  return unfit(
    'base64',
    `The logo is not the ${type} it says it is.`,
    'Choose the file again, or name its true type: PNG, JPEG or WebP.',
  );
}
