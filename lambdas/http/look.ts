import { createHash } from 'node:crypto';
import { LOGO_TYPES, type Branding } from '../../domain/policy/configuration-document.ts';
import { imageSize, type ImageSize } from '../../domain/policy/image-size.ts';
import { colourSheet } from './colour-sheet.ts';

/** A file under `/branding/`: its name has its fingerprint, so that it may be kept for ever. */
export interface BrandingFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** What the pages load besides their own style: the customer's colours and logo, as far as there are any. */
export interface Look {
  readonly sheet?: BrandingFile;
  readonly logo?: BrandingFile & ImageSize;
}

const made = new WeakMap<Branding, Look>();

/** The look of a branding; made once for each. */
export function lookOf(branding: Branding): Look {
  const known = made.get(branding) ?? makeLook(branding);
  made.set(branding, known);
  return known;
}

function makeLook({ colours, logo }: Branding): Look {
  const sheet = colours && colourSheet(colours);
  const drawn = logo && drawing(logo);
  return {
    ...(sheet !== undefined && { sheet: fileOf(sheet, 'css', 'text/css') }),
    ...(drawn && { logo: { ...fileOf(drawn.svg, 'svg', 'image/svg+xml'), ...drawn.size } }),
  };
}

/**
 * The logo within an SVG: text, as API Gateway carries it without being told to take every body for binary
 * (docs/decisions/0011). Undefined when it is no image of the type it says.
 */
function drawing({ type, base64 }: NonNullable<Branding['logo']>) {
  // Nothing but base64 gets past `imageSize`, so nothing can end the attribute.
  const size = LOGO_TYPES.includes(type) ? imageSize(type, base64) : undefined;
  if (!size) return undefined;
  const box = `width="${size.width}" height="${size.height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} viewBox="0 0 ${size.width} ${size.height}"><image ${box} href="data:${type};base64,${base64}"/></svg>`;
  return { svg, size };
}

function fileOf(body: string, extension: string, type: string): BrandingFile {
  const fingerprint = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { name: `${fingerprint}.${extension}`, type: `${type}; charset=utf-8`, body };
}
