import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ResetRule } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { ReasonField } from './reason-field.tsx';

type SentPassword = NonNullable<ResetRule['sentPassword']>;

const WAYS: Readonly<Record<SentPassword['by'], string>> = {
  email: 'By e-mail',
  sms: 'By text message',
  both: 'By e-mail and by text message',
  'email-first': 'By e-mail; else by text message',
  'sms-first': 'By text message; else by e-mail',
};
const MODES = ['sent', 'sent-and-expired'] as const satisfies readonly SentPassword['mode'][];
const ways = Object.entries(WAYS).map(([value, label]) => ({ value, label }));

/** Who sets the new password: the person, or we, and send it; then by which way, and why that risk is accepted. */
export function RecoveryMode(props: {
  readonly sent: SentPassword | undefined;
  readonly reason: string | undefined;
  readonly showErrors: boolean;
  readonly onChange: (sent: SentPassword | undefined) => void;
  readonly onReason: (reason: string) => void;
}) {
  const { sent, reason = '', showErrors, onChange, onReason } = props;
  const { readOnly } = useDraft();
  const chooseMode = (value: string) => {
    const mode = MODES.find((one) => one === value);
    onChange(mode && { mode, by: sent?.by ?? 'email' });
  };
  const chooseWay = (value: string | undefined) => {
    const by = (Object.keys(WAYS) as SentPassword['by'][]).find((one) => one === value);
    if (sent && by) onChange({ ...sent, by });
  };
  return (
    <SpaceBetween size="l">
      <FormField label="The new password">
        <RadioGroup
          value={sent?.mode ?? 'own'}
          readOnly={readOnly}
          items={[
            {
              value: 'own',
              label: 'The person sets it',
              description: 'Nobody else ever sees it. Keep it so.',
            },
            {
              value: 'sent',
              label: 'We make one and send it',
              description: 'They have to change it at their next sign-in.',
            },
            {
              value: 'sent-and-expired',
              label: 'We make one, send it and mark it as expired',
              description:
                'The same as the one before: what is sent has to be changed in any case. For configurations that come from NetIQ.',
            },
          ]}
          onChange={({ detail }) => chooseMode(detail.value)}
        />
      </FormField>
      {sent && (
        <SpaceBetween size="l">
          <Alert type="warning" statusIconAriaLabel="Warning" header="A sent password can be read on its way">
            Whoever reads the message first has the account. Let people set it themselves unless you must send
            it.
          </Alert>
          <FormField
            label="It is sent"
            description="Never by a way that a proof came by: after a code by e-mail, it goes by text message or not at all."
          >
            <Select
              selectedOption={{ value: sent.by, label: WAYS[sent.by] }}
              options={ways}
              disabled={readOnly}
              onChange={({ detail }) => chooseWay(detail.selectedOption.value)}
            />
          </FormField>
          <ReasonField
            label="Why sent passwords are accepted"
            reason={reason}
            showErrors={showErrors}
            onChange={onReason}
          />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
