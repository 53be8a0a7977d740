import type { Grant, Power } from '../access-facts.ts';

/** What a grant lets its account do, on what, and by whom it has it: to be put after “may”. */
export function grantWords({ powers, about, reaches, trustee }: Grant): string {
  const where =
    reaches === 'users'
      ? 'on users below'
      : reaches === 'everything'
        ? 'on everything below'
        : reaches === 'itself'
          ? 'on the object itself'
          : `on ${reaches.class} objects below`;
  return `${powers.map((power) => WORDS[power](about)).join(' and ')} ${where}${trustee.kind === 'account' ? '' : ` (as ${trustee.name})`}`;
}

const WORDS: Readonly<Record<Power, (about: string | undefined) => string>> = {
  'full-control': () => 'do everything',
  write: (about) => (about === undefined ? 'write every attribute' : `write ${about}`),
  'validated-write': (about) => (about === undefined ? 'make every validated write' : `write ${about}`),
  'extended-right': (about) =>
    about === undefined ? 'use every extended right' : `use the extended right ${about}`,
  create: (about) => `create ${about ?? 'any'} objects`,
  delete: (about) => `delete ${about ?? 'any'} objects`,
  'change-permissions': () => 'change permissions',
  'take-ownership': () => 'take ownership',
};
