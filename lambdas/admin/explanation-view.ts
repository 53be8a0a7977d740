import type { Explained } from '../../domain/health/explain-person.ts';
import type { Explanation } from '../../domain/health/explanation.ts';
import type { ActionProspect } from '../../domain/health/prospect.ts';
import { frozenView, matchedView } from './match-view.ts';
import { instant } from './tell.ts';

/** Whom a claim names, and everything that decides over them, as the API tells it. */
export function explainedView(explained: Explained) {
  switch (explained.kind) {
    case 'nobody':
      return { found: 'none' as const, names: [], sentences: explained.sentences };
    case 'ambiguous':
      return { found: 'several' as const, names: explained.names, sentences: explained.sentences };
    case 'somebody': {
      const { explanation, unaccepted } = explained;
      const view = {
        ...explanationView(explanation),
        ...(unaccepted !== undefined && { unaccepted }),
      };
      return { found: 'one' as const, names: [view.name], sentences: [], explanation: view };
    }
  }
}

function explanationView(explanation: Explanation) {
  const { preview, actions, fix, registration } = explanation;
  const { person, methods, status } = preview;
  return {
    person,
    ...matchedView(preview),
    domainController: explanation.domainController,
    ...(explanation.frozen && { frozen: frozenView(explanation.frozen) }),
    colour: explanation.colour,
    ...(fix && { fix }),
    actions: { unlock: actionView(actions.unlock), reset: actionView(actions.reset) },
    sentences: explanation.userConfiguration,
    conditions: explanation.conditions,
    rules: explanation.rules,
    status,
    methods,
    provable: registration.provable,
    registration: registration.sentences,
  };
}

const actionView = (prospect: Explanation['actions']['unlock']) => ({
  ...outlookView(prospect),
  ...(prospect.works === false && prospect.until !== undefined && { until: instant(prospect.until) }),
  sentence: prospect.sentence,
});

/** What would become of an action, as the API tells it. */
export const outlookView = (prospect: ActionProspect) =>
  prospect.works === false
    ? ({ works: 'no', because: prospect.because } as const)
    : ({ works: prospect.works === true ? 'yes' : prospect.works } as const);
