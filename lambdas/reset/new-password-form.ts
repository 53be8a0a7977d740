import { suggestPassword } from '../../domain/policy/suggest-password.ts';
import { beforeReset, type BeforeReset } from '../../domain/recovery/before-reset.ts';
import type { RepairNeeds } from '../../domain/recovery/repair.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { notNowPage } from '../../portal/endings/not-now-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { newPasswordPage } from '../../portal/recover/new-password-page.tsx';
import { sendPasswordPage, type SendPasswordView } from '../../portal/recover/send-password-page.tsx';
import { closedPage } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { meterPrivileged } from '../http/meter-repair.ts';
import { ruleView, suggestionView } from '../http/password-problems.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** What is shown with the form, or that a password is to be suggested in it. */
export interface FormAsked {
  readonly problem: readonly Problem[] | 'suggest';
  readonly status: number;
}

/** R5 with the rules in force or with what is sent, or where else the flow leads. Who asks for a suggestion has sent no password, and changes nothing. */
export const newPasswordForm =
  (ports: RepairNeeds, { site, meter }: Edge) =>
  async (request: Request, key: string, asked: FormAsked): Promise<Reply> => {
    const frame = frameOf(site, request);
    const before = await beforeReset(ports, key);
    switch (before.kind) {
      case 'closed':
        return closedPage(frame, before.phase, before.reference);
      case 'not-proven':
        return seeOther(`${site.basePath}/recover/methods`);
      case 'obstacle': {
        meterPrivileged(meter, before.exactly);
        const { obstacle: reason, flow, since } = before;
        return html(cannotPage(frame, { reason, reference: flow.reference, since }));
      }
      case 'hindered':
        return html(notNowPage(frame, before));
      case 'no-way-for-password':
        return html(cannotPage(frame, { reason: before.kind, reference: before.flow.reference }));
      case 'ready':
        if (before.sent)
          return html(sendPasswordPage(frame, sendView(ports, before.sent, asked)), asked.status);
        return html(newPasswordPage(frame, await formOf(ports, before, asked.problem)), asked.status);
    }
  };

/** Nobody typed anything: whatever is wrong is that nothing was changed. */
const sendView = (
  ports: Pick<RepairNeeds, 'random'>,
  ways: readonly ('email' | 'sms')[],
  { problem }: FormAsked,
): SendPasswordView => {
  const [first = 'email', second] = ways;
  const failed = problem !== 'suggest' && problem.length > 0;
  return {
    by: second ? 'both' : first,
    operation: ports.random.id(),
    ...(failed && { problem: [{ code: 'not-changed' }] }),
  };
};

async function formOf(
  ports: RepairNeeds,
  { standard }: Extract<BeforeReset, { kind: 'ready' }>,
  problem: FormAsked['problem'],
) {
  const shown = problem === 'suggest' ? suggestionView(await suggestPassword(ports, standard)) : { problem };
  const { username } = standard.account;
  return { username, rules: ruleView(standard), operation: ports.random.id(), ...shown };
}
