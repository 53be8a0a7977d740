import { adminClient } from '../../client/client.ts';
import type { Role } from '../../client/api-types.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Setting } from '../setting.ts';
import type { Terminal } from '../terminal.ts';

/** Signs in with an Active Directory account. The password comes from LATCHKEY_PASSWORD, a pipe or the keyboard; never a flag. */
export async function signIn(
  { terminal, base, visits, json, command }: Setting,
  username: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const password = environment['LATCHKEY_PASSWORD'] ?? (await typedOrPiped(terminal, username, base));
  if (password === '') throw new CommandEnds(EXIT.usage, `The password is empty. ${HOW}`);
  const { handle, ...session } = await adminClient({ base }).call('POST /api/admin/session', {
    body: { username, password },
  });
  await visits.keep(base, handle);
  if (json) terminal.data(JSON.stringify(session, null, 2));
  const { name, organization, roles } = session;
  terminal.talk(`Signed in to ${organization} as ${name}: ${roles.join(', ')}.`);
  terminal.talk(`The visit ends after 15 minutes without a command. Next: ${command(firstVerb(roles))}`);
}

const HOW = 'Type it when asked, pipe it in, or set LATCHKEY_PASSWORD.';

async function typedOrPiped(terminal: Terminal, username: string, base: string): Promise<string> {
  // Said where it goes: the address may come out of a file or the environment.
  if (terminal.interactive) return terminal.ask(`Password of ${username}, for ${base}: `, true);
  const text = await terminal.piped();
  // Nobody sees a question here, and what is typed would be shown.
  if (text === undefined)
    throw new CommandEnds(EXIT.usage, 'The password cannot be asked for: nothing shows the question. ' + HOW);
  return text.replace(/\r?\n$/, '');
}

/** What somebody of these roles most likely came for. */
function firstVerb(roles: readonly Role[]): string {
  if (roles.includes('administrator') || roles.includes('policy-editor')) return 'config pull latchkey.json';
  return roles.includes('help-desk') ? 'registrations counts' : 'trail search';
}

/** Ends the visit, here and there. */
export async function signOut({ terminal, base, visits, call, json }: Setting): Promise<void> {
  // A visit that has ended by itself is signed out too; here it is forgotten whatever happens there.
  await call('DELETE /api/admin/session').catch(() => undefined);
  await visits.keep(base, undefined);
  if (json) terminal.data(JSON.stringify({ ended: true }));
  terminal.talk(`Signed out of ${base}.`);
}

/** Says who is signed in. */
export async function whoAmI({ terminal, json, call }: Setting): Promise<void> {
  const session = await call('GET /api/admin/session');
  const { name, roles, organization, expiresAt } = session;
  terminal.data(json ? JSON.stringify(session, null, 2) : `${name}: ${roles.join(', ')}`);
  terminal.talk(`Signed in to ${organization} until ${expiresAt}, longer with every command.`);
}
