import { readClaim } from '../../domain/recovery/claim.ts';
import { offerProof, type Offer, type ProofNeeds, type Verdict } from '../../domain/recovery/offer-proof.ts';
import { sendCode, type CodeSent, type SendNeeds } from '../../domain/recovery/send-code.ts';
import { startRecovery, type StartNeeds, type Started } from '../../domain/recovery/start.ts';
import { isPrivilegedAttempt, meterPrivileged } from '../http/meter-repair.ts';
import type { Request } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** All that verifying needs: it reads the directory and enrollments, moves flows, and changes neither. */
export type VerifyNeeds = StartNeeds & SendNeeds & ProofNeeds;

/** What both faces do, with what is counted of it. Undefined from `start`: the typed name can name nobody. */
export const acts = (ports: VerifyNeeds, { meter, journal }: Edge) => ({
  start: async (
    request: Request,
    username: string,
    sendCodeAtOnce: boolean,
  ): Promise<Started | undefined> => {
    const claim = readClaim(username);
    if (!claim) return undefined;
    const started = await startRecovery(ports, {
      claim,
      source: request.source,
      language: request.language,
      sendCode: sendCodeAtOnce,
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

  send: async (flowKey: string): Promise<CodeSent> => {
    const sent = await sendCode(ports, flowKey);
    if (sent.kind === 'sent') meter.count('CodeSent');
    return sent;
  },

  offer: async (request: Request, flowKey: string, offer: Offer): Promise<Verdict> => {
    const verdict = await offerProof(ports, flowKey, request.source, offer);
    if (verdict.kind === 'proven') meter.count('ProofAccepted', { method: offer.method });
    if (verdict.kind === 'wrong') meter.count('ProofRefused', { method: offer.method });
    if (verdict.kind === 'wait') meter.count('ProofThrottled');
    return verdict;
  },
});
