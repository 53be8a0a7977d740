import { contrast, isColour, LEAST_CONTRAST } from '../../domain/policy/contrast.ts';
import type { Branding } from '../../domain/policy/configuration-document.ts';

/** Grounds and text of portal.css that an accent must stand out from. */
const DARK = { paper: '#0c1412', tint: '#1c2d28' } as const;
const WHITE = '#ffffff';
const BLACK = '#000000';

/**
 * The customer's colours, as a style sheet laid over portal.css; undefined for what are none. Only what is set here
 * changes: text, errors and warnings keep their colours. All that is derived keeps the contrast of the two, in the dark too.
 */
export function colourSheet({ accent, onAccent }: NonNullable<Branding['colours']>): string | undefined {
  if (!isColour(accent) || !isColour(onAccent)) return undefined;
  const over = mixed(accent, BLACK, 0.25);
  const glow = standingOut(accent, WHITE, DARK.tint);
  return [
    ':root{',
    `--pine:${accent};--pine-deep:${accent};--mark:#fff;--on-pine:#fff;`,
    `--act:${accent};--act-over:${contrast(over, onAccent) >= LEAST_CONTRAST ? over : accent};`,
    `--on-act:${onAccent};--tint:${tintOf(accent)}`,
    '}@media (prefers-color-scheme:dark){:root{',
    `--act:${glow};--act-over:${mixed(glow, WHITE, 0.4)};--on-act:${DARK.paper};--tint:${DARK.tint}`,
    '}}',
  ].join('');
}

/** A ground with a breath of the accent, on which the accent can still be read. */
const tintOf = (accent: string): string =>
  [0.08, 0.05, 0.02]
    .map((share) => mixed(WHITE, accent, share))
    .find((tint) => contrast(tint, accent) >= LEAST_CONTRAST) ?? WHITE;

/** The colour, with as much of the other as it takes to be read on a ground. */
function standingOut(colour: string, other: string, ground: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const found = mixed(colour, other, share);
    if (contrast(found, ground) >= LEAST_CONTRAST) return found;
  }
  return other;
}

function mixed(colour: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [colour, other].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
    return Math.round((from ?? 0) * (1 - share) + (to ?? 0) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
