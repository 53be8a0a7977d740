import type { LogoType } from './configuration-document.ts';

/** In pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How large an image says it is, from its first bytes; undefined when the bytes are no image of that type, or none that
 * could be shown. Pure.
 */
export function imageSize(type: LogoType, base64: string): ImageSize | undefined {
  const bytes = bytesOf(base64);
  const size = bytes && READERS[type](bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const READERS: Readonly<Record<LogoType, (bytes: Bytes) => ImageSize | undefined>> = {
  'image/png': pngSize,
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
};

/** Bytes that may be looked at anywhere: beyond the end there are zeros. */
interface Bytes {
  readonly length: number;
  /** Big-endian. */
  number(at: number, bytes: number): number;
  /** Little-endian. */
  reversed(at: number, bytes: number): number;
  text(at: number, bytes: number): string;
}

function bytesOf(base64: string): Bytes | undefined {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const text = atob(base64);
  const byte = (at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
  const fold = (from: readonly number[]): number => from.reduce((sum, at) => sum * 256 + byte(at), 0);
  const places = (at: number, bytes: number) => Array.from({ length: bytes }, (_, next) => at + next);
  return {
    length: text.length,
    number: (at, bytes) => fold(places(at, bytes)),
    reversed: (at, bytes) => fold(places(at, bytes).toReversed()),
    text: (at, bytes) => text.slice(at, at + bytes),
  };
}

/** PNG (W3C) §5.2, §11.2.1: the signature, then IHDR. */
function pngSize(bytes: Bytes): ImageSize | undefined {
  if (bytes.text(0, 8) !== '\x89PNG\r\n\x1a\n' || bytes.text(12, 4) !== 'IHDR') return undefined;
  return { width: bytes.number(16, 4), height: bytes.number(20, 4) };
}

/** ITU-T T.81 B.1.1, B.2.2: segments with their lengths, up to the one that begins the frame. */
function jpegSize(bytes: Bytes): ImageSize | undefined {
  if (bytes.number(0, 2) !== 0xffd8) return undefined;
  let at = 2;
  while (at < bytes.length && bytes.number(at, 1) === 0xff) {
    const marker = bytes.number(at + 1, 1);
    // SOF0…SOF15, without DHT, JPG and DAC which lie among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.number(at + 5, 2), width: bytes.number(at + 7, 2) };
    at += marker === 0xff ? 1 : 2 + Math.max(2, bytes.number(at + 2, 2));
  }
  return undefined;
}

/** RFC 9649 §2.4…2.7: lossy, lossless, or extended with its canvas. */
function webpSize(bytes: Bytes): ImageSize | undefined {
  if (bytes.text(0, 4) !== 'RIFF' || bytes.text(8, 4) !== 'WEBP') return undefined;
  switch (bytes.text(12, 4)) {
    case 'VP8 ':
      return { width: bytes.reversed(26, 2) & 0x3fff, height: bytes.reversed(28, 2) & 0x3fff };
    case 'VP8L': {
      const packed = bytes.reversed(21, 4);
      return { width: (packed & 0x3fff) + 1, height: (Math.floor(packed / 0x4000) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.reversed(24, 3) + 1, height: bytes.reversed(27, 3) + 1 };
    default:
      return undefined;
  }
}
