/** What text needs against its ground (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** Whether a text is a colour as the configuration takes them: `#0b5cad`. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** How far two colours (`#rrggbb`) stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio"); NaN for what is no colour. */
export function contrast(one: string, other: string): number {
  const lightnesses = [luminance(one), luminance(other)];
  return (Math.max(...lightnesses) + 0.05) / (Math.min(...lightnesses) + 0.05);
}

/** `4.49 : 1`, rounded down: 4.499 is not 4.5. */
export const ratioWords = (ratio: number): string => `${(Math.floor(ratio * 100) / 100).toFixed(2)} : 1`;

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  if (!isColour(colour)) return Number.NaN;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** An sRGB channel without its gamma (IEC 61966-2-1). */
const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
