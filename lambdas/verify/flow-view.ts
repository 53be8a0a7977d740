import { ACTIONS } from '../../domain/policy/action.ts';
import { isOn } from '../../domain/policy/methods.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import { phase, provenMethods, type Flow, type FlowPhase } from '../../domain/recovery/flow.ts';
import { actionStandings, type ActionStanding, type FlowStanding } from '../../domain/recovery/standing.ts';
import { CODE_DIGITS } from '../../domain/verification/methods/issued-code.ts';
import { responsePrompts } from '../../domain/verification/methods/external-responses.ts';
import { attributePrompts } from '../../domain/verification/methods/ldap-attributes.ts';
import { isCodeMethod, METHODS, type MethodName } from '../../domain/verification/method.ts';
import { offeredMethods } from '../../domain/verification/policy.ts';
import { putQuestions, type PutQuestion } from '../http/asked-questions.ts';
import { methodWords } from '../http/method-words.ts';
import { putPrompts } from '../http/put-prompts.ts';
import { sendsBy } from './sends-by.ts';

/** Every method that anybody may be asked for: the same list for every name. */
const methodsOf = ({ document }: Configuration): readonly MethodName[] =>
  offeredMethods(
    document.userConfigurations.flatMap(({ actions }) =>
      ACTIONS.map((action) => actions[action]).filter(({ offered }) => offered),
    ),
  ).filter((method) => isOn(document, method));

/**
 * The methods to choose from. Until the first proof those of the entry point, never the person's own; afterwards what is
 * proven, and what the person's own policies still ask for.
 */
export function methodsFor(
  flow: Flow,
  configuration: Configuration,
  actions: FlowStanding['actions'],
): readonly { readonly method: MethodName; readonly proven: boolean }[] {
  const proven = provenMethods(flow);
  const asked = ACTIONS.map((action) => actions[action]).flatMap((standing) =>
    standing.kind === 'missing' ? [...standing.required, ...standing.anyOf] : [],
  );
  const shown =
    proven.length === 0
      ? methodsOf(configuration)
      : METHODS.filter(
          (method) =>
            proven.includes(method) || (asked.includes(method) && isOn(configuration.document, method)),
        );
  return shown.map((method) => ({ method, proven: proven.includes(method) }));
}

/** The questions of a flow, in the language it is spoken in. */
export const askedIn = (
  { asked }: Pick<Flow, 'asked'>,
  configuration: Configuration,
  language: string,
): readonly PutQuestion[] => putQuestions(configuration, asked, language);

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
    case 'hindered':
      return {
        allowed: false,
        because: standing.because,
        ...(standing.until !== undefined && { until: new Date(standing.until).toISOString() }),
      };
    case 'not-offered':
      return { allowed: false, offered: false };
  }
};

/** A method as JSON clients see it: in words, and with what a proof of it takes. */
function methodView(
  flow: Flow,
  configuration: Configuration,
  { method, proven }: { readonly method: MethodName; readonly proven: boolean },
): object {
  const { name, hint } = methodWords(configuration, method, flow.language);
  return {
    method,
    proven,
    name: name.text,
    hint: hint.text,
    ...(method === 'security-answers' && { questions: questionsIn(flow, configuration) }),
    ...promptsIn(method, configuration, flow.language),
    ...(isCodeMethod(method) && { digits: CODE_DIGITS, by: sendsBy(method, configuration) }),
  };
}

/** What the administrators have people asked for, where the method asks for such. */
function promptsIn(method: MethodName, configuration: Configuration, language: string): object {
  if (method === 'external-responses')
    return { prompts: putPrompts(configuration, responsePrompts(configuration), language) };
  if (method === 'ldap-attributes')
    return { prompts: putPrompts(configuration, attributePrompts(configuration), language) };
  return {};
}

const questionsIn = (flow: Flow, configuration: Configuration): readonly object[] =>
  askedIn(flow, configuration, flow.language).map(({ minimumLength: _known, ...question }) => question);

/** A flow as JSON clients see it. */
export function flowView(
  flow: Flow,
  configuration: Configuration,
  at: FlowPhase,
  actions: FlowStanding['actions'],
): object {
  return {
    state: at,
    reference: flow.reference,
    expiresAt: new Date(flow.expiresAt).toISOString(),
    methods: methodsFor(flow, configuration, actions).map((each) => methodView(flow, configuration, each)),
    actions: { unlock: actionView(actions.unlock), reset: actionView(actions.reset) },
    // While something is being done the outcome on record is an earlier one.
    ...(flow.outcome &&
      at !== 'executing' && { outcome: { action: flow.outcome.action, result: flow.outcome.result } }),
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
