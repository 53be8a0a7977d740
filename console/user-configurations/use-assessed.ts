import type { AssessedAction } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import type { Action } from './action-rule.ts';

/** What a saved user configuration asks for an action amounts to, in the draft or in force; undefined of one that is not saved. */
export function useAssessed(): (userConfiguration: string, action: Action) => AssessedAction | undefined {
  const { draft, inForce } = useDraft();
  const { assessments } = draft ?? inForce;
  return (userConfiguration, action) =>
    assessments.find((one) => one.userConfiguration === userConfiguration && one.action === action);
}
