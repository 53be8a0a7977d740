import type { LocalDirectories } from './local-directory.ts';
import type { LocalLatchkey } from './start-local.ts';

/** What is printed once everything runs: where to look, who is there, and what is different from AWS. */
export function announcement(latchkey: LocalLatchkey, storeNote: string | undefined): string {
  const { directories, secretsManager, warnings, url } = latchkey;
  const [directory] = directories;
  const places = [
    ['Portal', url('/')],
    ['About this demo', url('/demo')],
    ['Sign in to Windows', url('/demo/sign-in')],
    ['Console', url('/console')],
    ['Mailbox', url('/demo/mailbox')],
    ['Metrics', url('/demo/metrics')],
    ['API', url('/api/openapi.json')],
    ['Secrets Manager', secretsManager.endpoint],
    ...directories.map(({ netbiosName, urls }) => [
      directories.length > 1 ? `Directory ${netbiosName}` : 'Directory',
      urls.join(', '),
    ]),
  ];
  const notes = [
    'A demo, on this machine only. It does not reproduce IAM, throttling and resource policies of AWS.',
    ...(storeNote === undefined ? [] : [storeNote]),
    ...(directory.people.length > 0
      ? []
      : ['Your own domain: what is done here is done there. Nobody is enrolled yet.']),
    ...(directory.administrators.length > 0
      ? []
      : ['Nobody may administer: name a group of your domain with --administrators.']),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ];
  return [
    ...table(places),
    ...(directory.people.length > 0 ? ['', ...people(directories)] : []),
    '',
    ...notes,
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

/** Those of the default domain by their bare names. */
const people = (directories: LocalDirectories): readonly string[] =>
  table([
    ['Username', 'Password', 'Trouble'],
    ...directories.flatMap(({ netbiosName, people: cast }, at) =>
      cast.map(({ username, password, trouble }) => [
        at === 0 ? username : `${netbiosName}\\${username}`,
        password,
        trouble,
      ]),
    ),
  ]);

/** Columns as wide as their widest cell; the last one as it comes. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
  );
}
