import { encode } from 'uqr';

/** Modules of quiet around a QR code (ISO/IEC 18004 §5.3.8): without them, cameras do not find it. */
const QUIET = 4;

/**
 * A QR code as inline SVG: one path in which every row is drawn as strokes, so that it stays small; dark on light in every colour
 * scheme, as readers expect. `name` says what it is to those who do not see it.
 */
export function QrCode({ text, name }: { text: string; name: string }) {
  const { data } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${data.length} ${data.length}`}
      role="img"
      aria-label={name}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path stroke="#000" d={data.map(rowPath).join('')} />
    </svg>
  );
}

/** The dark runs of one row, through the middle of it. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let from = 0;
  for (const [x, dark] of row.entries()) {
    if (!dark || row[x - 1] === true) continue;
    // There is an end to it: the quiet beyond.
    const length = row.indexOf(false, x) - x;
    path += path === '' ? `M${x} ${y}.5h${length}` : `m${x - from} 0h${length}`;
    from = x + length;
  }
  return path;
}
