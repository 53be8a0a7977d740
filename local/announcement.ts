import type { CastMember } from './people.ts';
import type { LocalLatchkey } from './start-local.ts';

/** What is printed once everything runs: where to look, who is there, and what is different from AWS. */
export function announcement(latchkey: LocalLatchkey, storeNote: string | undefined): string {
  const { directory, warnings, url } = latchkey;
  const places = [
    ['Portal', url('/')],
    ['About this demo', url('/demo')],
    ['Sign in to Windows', url('/demo/sign-in')],
    ['Console', url('/console')],
    ['Mailbox', url('/demo/mailbox')],
    ['Metrics', url('/demo/metrics')],
    ['API', url('/api/openapi.json')],
    ['Directory', directory.urls.join(', ')],
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
    ...(directory.people.length > 0 ? ['', ...people(directory.people)] : []),
    '',
    ...notes,
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}

const people = (cast: readonly CastMember[]): readonly string[] =>
  table([
    ['Username', 'Password', 'Trouble'],
    ...cast.map(({ username, password, trouble }) => [username, password, trouble]),
  ]);

/** Columns as wide as their widest cell; the last one as it comes. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
  );
}
