import type { Session } from '../../domain/enrollment/session.ts';
import { readCode } from '../../domain/verification/methods/issued-code.ts';
import { BadRequest } from '../http/bad-request.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { EnrollNeeds } from './act.ts';
import type { ConfirmContact, ContactProposed } from './contact.ts';
import { heldProblem } from './held.ts';
import { overviewJson } from './overview-json.ts';

/** What the JSON face answers about a mailbox and about a telephone alike. */
export function contactJson(ports: EnrollNeeds, act: { readonly confirm: ConfirmContact }) {
  const refuse = (status: number, code: string) => problem(status, code, ports.random.reference());

  return {
    proposed(answer: ContactProposed): Reply {
      switch (answer.kind) {
        case 'code-sent':
          return json(202, { minutes: answer.minutes });
        case 'no-more-codes':
          return refuse(429, 'no-more-codes');
        case 'nothing-to-confirm':
          return refuse(409, 'nothing-to-confirm');
        case 'conflict':
          return refuse(409, 'enrollment-changed-meanwhile');
      }
    },

    async confirm(session: Session, typed: string, language: string): Promise<Reply> {
      const code = readCode(typed);
      if (code === undefined) throw new BadRequest('code-unreadable', 'code');
      const { kind } = await act.confirm(session, code);
      switch (kind) {
        case 'registered':
          return overviewJson(ports, session, language);
        case 'wrong':
          return refuse(403, 'proof-wrong');
        case 'nothing-to-confirm':
        case 'too-many-addresses':
        case 'too-many-numbers':
          return refuse(409, kind);
        case 'conflict':
          return refuse(409, 'enrollment-changed-meanwhile');
        case 'frozen':
          return heldProblem(ports, session);
      }
    },
  };
}
