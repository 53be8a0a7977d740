import { ACTIONS } from '../../domain/policy/action.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { sendMethod } from '../../domain/policy/methods.ts';
import { policyAsOn } from '../../domain/policy/policy-as-on.ts';
import { assess } from '../../domain/verification/assessment.ts';
import { READY_MADE } from '../../domain/verification/ready-made.ts';

/** What each user configuration of a document asks for amounts to, of each action, offered or not. */
export const assessmentsView = (document: ConfigurationDocument) =>
  document.userConfigurations.flatMap(({ id, actions }) =>
    ACTIONS.map((action) => ({
      userConfiguration: id,
      action,
      offered: actions[action].offered,
      ...assess(policyAsOn(actions[action], document), sendMethod(document)),
    })),
  );

/** The ready-made policies with what they amount to, in a deployment that has all of their methods on. */
export const readyMadeView = () =>
  READY_MADE.map((readyMade) => ({ ...readyMade, assessment: assess(readyMade.policy) }));
