import type { Examination, Finding } from '../../client/api-types.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Setting } from '../setting.ts';

/** Has the doctor look at every domain now, and tells what it found and what mends it. Ends with 1 when something is broken. */
export async function doctor({ call, terminal, json }: Setting, domain?: string): Promise<void> {
  terminal.talk('The doctor looks at the domains; that takes up to 20 seconds.');
  const found = only(await call('POST /api/admin/examination', { body: {} }), domain);
  terminal.data(json ? JSON.stringify(found, null, 2) : told(found));
  const broken = [...found.domains.flatMap(({ findings }) => findings), ...found.configuration].filter(
    ({ state }) => state === 'broken',
  );
  if (broken.length > 0)
    throw new CommandEnds(
      EXIT.failed,
      broken.length === 1 ? '1 thing is broken.' : `${broken.length} things are broken.`,
    );
}

/** What was found of one domain, and of the configuration. */
function only(found: Examination, domain: string | undefined): Examination {
  if (domain === undefined) return found;
  const domains = found.domains.filter((one) => one.domain.toUpperCase() === domain.toUpperCase());
  if (domains.length > 0) return { ...found, domains };
  const names = found.domains.map((one) => one.domain).join(', ');
  throw new CommandEnds(EXIT.usage, `There is no domain ${domain}. --domain takes one of: ${names}.`);
}

const told = ({ domains, configuration, notes }: Examination): string =>
  [
    ...domains.flatMap(({ domain, findings }) => section(domain, findings)),
    ...section('What the configuration names', configuration),
    ...notes.flatMap((note) => [note, '']),
  ]
    .join('\n')
    .trimEnd();

const ORDER: readonly Finding['state'][] = ['broken', 'warning', 'fine'];

function section(title: string, findings: readonly Finding[]): readonly string[] {
  const sorted = ORDER.flatMap((state) => findings.filter((finding) => finding.state === state));
  const worst = sorted[0]?.state;
  const summary = worst === undefined ? 'not looked at' : worst === 'fine' ? 'all is well' : worst;
  return [`${title}: ${summary}`, ...sorted.flatMap(lines), ''];
}

/** A finding in one line when all is well; else with what is wrong, what to do, and the commands that do it. */
const lines = ({ state, object, question, cause, remedy, commands }: Finding): readonly string[] =>
  state === 'fine'
    ? [`  fine     ${object}: ${cause}`]
    : [
        `  ${state.padEnd(8)} ${object}: ${question}`,
        `           ${cause}`,
        ...(remedy === undefined ? [] : [`           To do: ${remedy}`]),
        ...commands.map(({ shell, line }) => `             ${shell === 'powershell' ? 'PS> ' : '> '}${line}`),
      ];
