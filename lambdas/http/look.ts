import { createHash } from 'node:crypto';
import type { Branding, LogoType } from '../../domain/policy/configuration-document.ts';
import { imageSize, type ImageSize } from '../../domain/policy/image-size.ts';
import { colourSheet } from './colour-sheet.ts';

/** A file under `/branding/`: its name has its fingerprint, so that it may be kept for ever. */
export interface BrandingFile {
  readonly name: string;
  readonly type: string;
  readonly body: string;
  /** Whether the body is bytes, in base64. */
  readonly base64?: true;
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

const EXTENSIONS: Readonly<Record<LogoType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** A colour that is none makes no sheet, and what is no image of the type it says is not served as one. */
function makeLook({ colours, logo }: Branding): Look {
  const sheet = colours && colourSheet(colours);
  const size = logo && imageSize(logo.type, logo.base64);
  return {
    ...(sheet !== undefined && {
      sheet: { name: nameOf(sheet, 'css'), type: 'text/css; charset=utf-8', body: sheet },
    }),
    ...(size && {
      logo: {
        name: nameOf(logo.base64, EXTENSIONS[logo.type]),
        type: logo.type,
        body: logo.base64,
        base64: true,
        ...size,
      },
    }),
  };
}

const nameOf = (body: string, extension: string): string =>
  `${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${extension}`;
