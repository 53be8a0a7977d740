import SpaceBetween from '@cloudscape-design/components/space-between';
import type { UserConfiguration } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { reasonFor, withRisk } from './accepted-risks.ts';
import { ACTIONS, asksTheSame, type ActionRule } from './action-rule.ts';
import { ActionEditor } from './action-editor.tsx';
import { AnswersAlonePanel } from './answers-alone-panel.tsx';
import { withReadyMade, withSentPassword } from './proof-edits.ts';
import { ReadyMadePanel } from './ready-made-panel.tsx';
import { RecoveryMode } from './recovery-mode.tsx';
import { useAssessed } from './use-assessed.ts';

/** What a user configuration offers, and what it asks for; with what that amounts to, and the risks that were accepted for it. */
export function ProofFields(props: {
  readonly userConfiguration: UserConfiguration;
  /** As it was saved last; undefined where it never was. */
  readonly saved: UserConfiguration | undefined;
  readonly showErrors: boolean;
  readonly onChange: (userConfiguration: UserConfiguration) => void;
}) {
  const { userConfiguration: mine, saved, showErrors, onChange } = props;
  const { document, readOnly } = useDraft();
  const index = document.userConfigurations.findIndex(({ id }) => id === saved?.id);
  const assessed = useAssessed();
  const rules: Readonly<Record<(typeof ACTIONS)[number], ActionRule>> = mine.actions;
  return (
    <SpaceBetween size="l">
      {!readOnly && (
        <ReadyMadePanel
          actions={mine.actions}
          onApply={(readyMade) => onChange(withReadyMade(mine, readyMade))}
        />
      )}
      {ACTIONS.map((action) => (
        <ActionEditor
          key={action}
          action={action}
          rule={rules[action]}
          place={`/userConfigurations/${index}/actions/${action}`}
          assessment={saved && assessed(saved.id, action)}
          outdated={saved !== undefined && !asksTheSame(mine.actions[action], saved.actions[action])}
          onChange={(rule) => onChange({ ...mine, actions: { ...mine.actions, [action]: rule } })}
        >
          {action === 'reset' && (mine.actions.reset.offered || mine.actions.reset.sentPassword) && (
            <RecoveryMode
              sent={mine.actions.reset.sentPassword}
              reason={reasonFor(mine, 'sent-passwords')}
              showErrors={showErrors}
              onChange={(sent) => onChange(withSentPassword(mine, sent))}
              onReason={(reason) => onChange(withRisk(mine, 'sent-passwords', reason))}
            />
          )}
        </ActionEditor>
      ))}
      <AnswersAlonePanel
        reason={reasonFor(mine, 'answers-alone')}
        showErrors={showErrors}
        onChange={(reason) => onChange(withRisk(mine, 'answers-alone', reason))}
      />
    </SpaceBetween>
  );
}
