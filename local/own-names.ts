import type { OwnAccount } from './local-directory.ts';

/** sAMAccountNames of an account of Latchkey's own and of the one it alternates with. */
export const ownNames = ({ username, alternate }: OwnAccount): readonly string[] =>
  [username, ...(alternate ? [alternate.username] : [])].map(bareName);

/** `svc` of `CORP\\svc`, `svc@corp.example` or `svc`. */
const bareName = (username: string): string => (username.split('\\').at(-1) ?? '').split('@')[0] ?? '';
