import { phase, provenMethods, type Flow, type FlowPhase } from '../../domain/recovery/flow.ts';
import { actionStandings, type ActionStanding, type FlowStanding } from '../../domain/recovery/standing.ts';
import { questionnaireOf, type Configuration } from '../../domain/policy/configuration.ts';
import { questionText } from '../../domain/questionnaire/questionnaire.ts';
import { CODE_DIGITS } from '../../domain/verification/methods/email-code.ts';
import { offeredMethods } from '../../domain/verification/policy.ts';
import type { MethodName } from '../../domain/verification/method.ts';

/** Every method of this entry point, never the person's own list: the same for every name until proof. */
export const methodsOf = (configuration: Configuration): readonly MethodName[] =>
  offeredMethods(
    Object.values(configuration.actions)
      .filter(({ offered }) => offered)
      .map(({ policy }) => policy),
  );

export const questionsOf = (flow: Flow, configuration: Configuration) =>
  questionnaireOf(configuration, flow.questionnaire).questions.map((question) => ({
    id: question.id,
    ...questionText(question, flow.language),
  }));

const actionView = (standing: ActionStanding): object => {
  switch (standing.kind) {
    case 'met':
      return { allowed: true };
    case 'missing':
      return {
        allowed: false,
        missing: standing.required,
        anyOf: standing.anyOf,
        anyOfCount: standing.count,
      };
    case 'not-offered':
      return { allowed: false, offered: false };
  }
};

/** A flow as JSON clients see it. */
export function flowView(
  flow: Flow,
  configuration: Configuration,
  at: FlowPhase,
  actions: FlowStanding['actions'],
): object {
  const proven = provenMethods(flow);
  return {
    state: at,
    reference: flow.reference,
    expiresAt: new Date(flow.expiresAt).toISOString(),
    methods: methodsOf(configuration).map((method) => ({
      method,
      proven: proven.includes(method),
      ...(method === 'security-answers' && { questions: questionsOf(flow, configuration) }),
      ...(method === 'email-code' && { digits: CODE_DIGITS }),
    })),
    actions: { unlock: actionView(actions.unlock), reset: actionView(actions.reset) },
    ...(flow.outcome && { outcome: { action: flow.outcome.action, result: flow.outcome.result } }),
  };
}

/** The same, judged now. */
export const flowViewAt = (flow: Flow, configuration: Configuration, now: number): object =>
  flowView(
    flow,
    configuration,
    phase(flow, now, configuration.limits.triesPerFlow),
    actionStandings(flow, configuration, now),
  );
