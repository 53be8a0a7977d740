import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Examination } from '../../client/client.ts';
import { instantWords } from '../parts/instant-words.ts';
import { useVisit } from '../session.tsx';
import { FindingState } from './finding-state.tsx';
import { allFindings, tallyWords, worstOf } from './tally.ts';

/** The doctor looks every night: after a day and a half without, a night is missing. */
const LATE_MS = 36 * 60 * 60_000;

/** When the doctor looked last and how all stands; that it has never looked, or looks no more. */
export function LastLook({ examination }: { readonly examination: Examination | null }) {
  const { has } = useVisit();
  const may = has('administrator', 'policy-editor', 'auditor');
  if (!examination)
    return (
      <Alert type="info" statusIconAriaLabel="Info" header="The doctor has not looked yet">
        It looks every night.{' '}
        {may ? 'Choose Look now to have it look at once.' : 'An administrator can have it look at once.'}
      </Alert>
    );
  const findings = allFindings(examination);
  return (
    <SpaceBetween size="s">
      <FindingState state={worstOf(findings)}>
        {`${tallyWords(findings)} Looked at ${instantWords(examination.at)}.`}
      </FindingState>
      {Date.now() - Date.parse(examination.at) > LATE_MS && (
        <Alert type="warning" statusIconAriaLabel="Warning" header="The doctor has not looked last night">
          What is shown may hold no longer. See the log of the doctor’s function for why it did not run.
        </Alert>
      )}
    </SpaceBetween>
  );
}
