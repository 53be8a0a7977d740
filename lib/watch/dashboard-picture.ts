/** One widget of a dashboard's JSON, as far as a picture of it needs. */
interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly metrics?: readonly (readonly unknown[])[];
    readonly alarms?: readonly unknown[];
    readonly annotations?: { readonly horizontal?: readonly { readonly label?: string }[] };
    readonly yAxis?: { readonly left?: { readonly label?: string } };
  };
}

/** The grid of CloudWatch has 24 columns; these are pixels. */
const COLUMN = 48;
const ROW = 24;
const LINE = 15;

/** How a dashboard is laid out, drawn from its JSON: where each widget is, and what its lines are of. No values: there are none here. */
export function dashboardPicture(name: string, body: string): string {
  const { widgets } = JSON.parse(body) as { readonly widgets: readonly Widget[] };
  const height = Math.max(...widgets.map((widget) => widget.y + widget.height)) * ROW;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${24 * COLUMN} ${height}" font-family="sans-serif" font-size="11" role="img">`,
    `<title>${escaped(`The ${name} dashboard`)}</title>`,
    `<rect width="${24 * COLUMN}" height="${height}" fill="#fff"/>`,
    ...widgets.map(drawn),
    '</svg>',
    '',
  ].join('\n');
}

function drawn(widget: Widget): string {
  const [x, y] = [widget.x * COLUMN, widget.y * ROW];
  const [width, height] = [widget.width * COLUMN - 6, widget.height * ROW - 4];
  const heading = widget.type === 'text' && widget.height === 1 && linesOf(widget)[0]?.startsWith('#');
  const size = heading ? 15 : 11;
  const room = Math.max(1, Math.floor((height - 2) / LINE));
  const fits = Math.floor((width - 12) / (size * 0.52));
  const lines = linesOf(widget).flatMap((line) => wrapped(line.replace(/^#+ /, ''), fits));
  const shown =
    lines.length > room ? [...lines.slice(0, room - 1), `… ${lines.length - room + 1} more`] : lines;
  const frame = widget.type === 'text' ? '#f4f4f4' : '#fff';
  const texts = shown.map(
    (line, at) =>
      `<text x="${x + 8}" y="${y + 15 + at * LINE}" font-size="${size}"${at === 0 ? ' font-weight="bold"' : ''}>${escaped(line)}</text>`,
  );
  const box = `<rect x="${x + 2}" y="${y + 2}" width="${width}" height="${height}" rx="3" fill="${frame}" stroke="${heading ? 'none' : '#999'}"/>`;
  return [box, ...texts].join('\n');
}

function linesOf({ type, properties }: Widget): readonly string[] {
  const { title = '', markdown = '', alarms = [], metrics = [], annotations, yAxis } = properties;
  if (type === 'text')
    return markdown.split(/\n+/).map((line) => line.replaceAll('**', '').replace(/\[(.+?)\]\(.*?\)/g, '$1'));
  if (type === 'alarm') return [title, `${alarms.length} alarms, each green, grey or red`];
  const thresholds = (annotations?.horizontal ?? []).map(({ label = '' }) => `- - - ${label}`);
  const unit = yAxis?.left?.label;
  return [unit === undefined ? title : `${title} (${unit})`, ...metrics.flatMap(labelOf), ...thresholds];
}

/** What stands beside a line of a graph; none for what is only a part of another one. */
function labelOf(metric: readonly unknown[]): readonly string[] {
  const [, second] = metric;
  const name = typeof second === 'string' ? second : '';
  const options = metric.at(-1);
  if (typeof options !== 'object' || options === null) return [`— ${name}`];
  const { label, visible } = options as Readonly<Record<string, unknown>>;
  if (visible === false) return [];
  if (typeof label !== 'string') return [`— ${name}`];
  const [, each, dimension] = /^(\w+) \$\{PROP\('Dim\.(\w+)'\)\}$/.exec(label) ?? [];
  return [dimension === undefined ? `— ${label}` : `— ${each ?? ''}, a line for each ${dimension}`];
}

function wrapped(line: string, fits: number): readonly string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > fits) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
