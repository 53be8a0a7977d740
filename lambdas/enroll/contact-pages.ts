import type { Session } from '../../domain/enrollment/session.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { readCode } from '../../domain/verification/methods/issued-code.ts';
import type { ContactConfirmView } from '../../portal/enroll/contact-confirm-page.tsx';
import type { Frame, Problem } from '../../portal/frame.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import type { ConfirmContact, ContactProposed } from './contact.ts';
import { heldReply } from './held.ts';
import { withinVisit } from './within-visit.ts';

/** What the pages have to know of a kind of contact. */
export interface ContactPagesOf {
  /** Of the page where it is typed; the code's is below it. */
  readonly path: '/enroll/email-code' | '/enroll/sms-code';
  /** The one that waits for its code. */
  readonly pendingOf: (session: Session) => { readonly hint: string } | undefined;
  readonly confirmPage: (frame: Frame, view: ContactConfirmView) => string;
  readonly confirm: ConfirmContact;
  /** Said when there are as many as a person may have. */
  readonly tooMany: Problem;
  /** The page where it is typed, with what is wrong. */
  readonly form: (request: Request, typed: string | undefined, problem: Problem, status: number) => Reply;
}

/** What the pages of a mailbox and of a telephone do alike: after the proposal, and about the code that was sent. */
export function contactPages(ports: EnrollNeeds, { site }: Edge, contact: ContactPagesOf) {
  const inVisit = withinVisit(ports, site);
  const toForm = () => seeOther(`${site.basePath}${contact.path}`);
  const toCode = () => seeOther(`${site.basePath}${contact.path}/confirm`);

  const codeForm = (request: Request, session: Session, problem: readonly Problem[], status = 200): Reply => {
    const hint = contact.pendingOf(session)?.hint ?? '';
    const view = { contact: hint, minutes: LIFETIMES.code / 60_000, problem };
    return html(contact.confirmPage(frameOf(site, request), view), status);
  };

  const confirmed = async (request: Request, session: Session, code: string): Promise<Reply> => {
    const { kind } = await contact.confirm(session, code);
    switch (kind) {
      case 'registered':
        return afterRegistering(ports, site, session);
      case 'wrong':
        return codeForm(request, session, [{ code: 'code-wrong', field: 'code' }], 403);
      case 'too-many-addresses':
      case 'too-many-numbers':
        return contact.form(request, undefined, contact.tooMany, 409);
      case 'nothing-to-confirm':
        return toForm();
      case 'conflict':
        return codeForm(request, session, [{ code: 'page-expired' }], 409);
      case 'frozen':
        return heldReply(ports, site, request, session);
    }
  };

  return {
    proposed(request: Request, typed: string, { kind }: ContactProposed): Reply {
      switch (kind) {
        case 'code-sent':
          return toCode();
        case 'no-more-codes':
          return contact.form(request, typed, { code: 'no-more-codes' }, 429);
        case 'nothing-to-confirm':
          return toForm();
        case 'conflict':
          return contact.form(request, typed, { code: 'page-expired' }, 409);
      }
    },

    codePage: (request: Request) =>
      inVisit(request, (session) => (contact.pendingOf(session) ? codeForm(request, session, []) : toForm())),

    confirm: (request: Request, typed: string) =>
      inVisit(request, async (session) => {
        const code = readCode(typed);
        const slip = typed.trim() === '' ? 'code-missing' : 'code-wrong';
        if (code === undefined) return codeForm(request, session, [{ code: slip, field: 'code' }], 422);
        return confirmed(request, session, code);
      }),
  };
}
