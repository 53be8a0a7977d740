/**
 * How far two colours stand apart: the contrast ratio of WCAG 2.2 ("contrast ratio", "relative luminance"), from 1 (the
 * same) to 21 (black and white). Colours are `#rrggbb`; NaN for what is none, which is no contrast by any measure. Pure.
 */
export function contrast(one: string, other: string): number {
  const [darker = Number.NaN, lighter = Number.NaN] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** What text needs against its ground (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** Whether a text is a colour as the configuration takes them. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

function luminance(colour: string): number {
  if (!isColour(colour)) return Number.NaN;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** An sRGB channel (0 to 1) without its gamma (IEC 61966-2-1; WCAG's 0.03928 differs for no 8-bit value). */
const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
