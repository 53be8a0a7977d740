import { adminClient, ApiProblem } from '../../client/client.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Setting } from '../setting.ts';

/** Signs in with an Active Directory account. The password comes from LATCHKEY_PASSWORD, a pipe or the keyboard; never a flag. */
export async function signIn(
  { terminal, base, visits }: Setting,
  username: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const password =
    environment['LATCHKEY_PASSWORD'] ??
    (terminal.interactive
      ? await terminal.ask(`Password of ${username}: `, true)
      : (await terminal.piped()).replace(/\r?\n$/, ''));
  try {
    const session = await adminClient({ base }).call('POST /api/admin/session', {
      body: { username, password },
    });
    await visits.keep(base, session.handle);
    terminal.talk(`Signed in to ${session.organization} as ${session.name}: ${session.roles.join(', ')}.`);
    terminal.talk('The visit ends after 15 minutes without a command. Next: latchkey config pull');
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 401)
      throw new CommandEnds(
        EXIT.notAllowed,
        'That user name and password do not open the administration. Check both, and that the account is in one of its groups.',
      );
    throw problem;
  }
}

/** Ends the visit, here and there. */
export async function signOut({ terminal, base, visits, call }: Setting): Promise<void> {
  await call('DELETE /api/admin/session').catch(() => undefined);
  await visits.keep(base, undefined);
  terminal.talk(`Signed out of ${base}.`);
}

/** Says who is signed in. */
export async function whoAmI({ terminal, json, call }: Setting): Promise<void> {
  const session = await call('GET /api/admin/session');
  terminal.data(json ? JSON.stringify(session, null, 2) : `${session.name}: ${session.roles.join(', ')}`);
}
