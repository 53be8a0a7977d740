import type { Claim } from '../../domain/recovery/claim.ts';
import type { Way } from '../../domain/recovery/code-order.ts';
import { offerProof, type ProofNeeds, type Verdict } from '../../domain/recovery/offer-proof.ts';
import type { CodeMethod } from '../../domain/verification/method.ts';
import type { Offer } from '../../domain/verification/offer.ts';
import { sendCode, type CodeSent, type SendNeeds } from '../../domain/recovery/send-code.ts';
import type { StandingNeeds } from '../../domain/recovery/standing.ts';
import { startRecovery, type StartNeeds, type Started } from '../../domain/recovery/start.ts';
import type { NotMeNeeds } from '../../domain/recovery/report-not-me.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { isPrivilegedAttempt, meterPrivileged } from '../http/meter-repair.ts';
import { meterVerdict } from '../http/meter-verdict.ts';
import type { Request } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** All that verifying needs: it reads the directory and enrollments, moves flows, and changes neither. */
export type VerifyNeeds = StartNeeds &
  SendNeeds &
  ProofNeeds &
  NotMeNeeds &
  StandingNeeds &
  Pick<Ports, 'hasher' | 'seeds' | 'oneTimePasswords' | 'notes' | 'passkeys'>;

/** What both faces do, with what is counted of it. Undefined from `start`: the typed name can name nobody. */
export const acts = (ports: VerifyNeeds, { meter, journal }: Edge) => ({
  start: async (request: Request, claim: Claim, sendCodeAtOnce?: CodeMethod): Promise<Started> => {
    const started = await startRecovery(ports, {
      claim,
      source: request.source,
      language: request.language,
      ...(sendCodeAtOnce && { sendCode: sendCodeAtOnce }),
    });
    if (started.kind === 'too-many') meter.count('StartRefused');
    else {
      meter.count('RecoveryStarted');
      if (started.stranger) meter.count('StrangerStarted', { reason: started.stranger });
      meterPrivileged(meter, started.stranger);
      // The alarm says "find the source": this line is it. Others are told apart by nothing here.
      const attempt = isPrivilegedAttempt(started.stranger) && { attempt: 'privileged' };
      journal.info('recovery started', { flow: started.flow.reference, source: request.source, ...attempt });
    }
    return started;
  },

  send: async (flowKey: string, method: CodeMethod, way?: Way): Promise<CodeSent> => {
    const sent = await sendCode(ports, flowKey, method, way);
    if (sent.kind === 'sent') meter.count('CodeSent', { method });
    return sent;
  },

  offer: async (request: Request, flowKey: string, offer: Offer): Promise<Verdict> => {
    const verdict = await offerProof(ports, flowKey, request.source, offer);
    meterVerdict(meter, offer.method, verdict, ports.clock.now());
    return verdict;
  },
});
