import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { ReactNode } from 'react';
import type { Assessment } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { NumberField } from '../parts/number-field.tsx';
import { useMistakes } from '../parts/use-mistakes.ts';
import { withSetting, type Action, type ActionRule, type RuleSetting } from './action-rule.ts';
import { AmountsTo } from './amounts-to.tsx';
import { ProofsTable } from './proofs-table.tsx';

const WORDS = {
  unlock: { title: 'Unlock', offer: 'They may unlock their account' },
  reset: { title: 'Reset', offer: 'They may reset their password' },
} as const;

/** When an action is offered, besides; what of a rule can be switched on, and what comes of it. */
const SETTINGS: Readonly<
  Record<
    Action,
    readonly { readonly setting: RuleSetting; readonly label: string; readonly description: string }[]
  >
> = {
  unlock: [
    {
      setting: 'evenWhenExpired',
      label: 'Offer it even when the password has expired',
      description:
        'They then have to change it when they sign in. Off: they are told that unlocking would not help, and are offered a reset.',
    },
  ],
  reset: [
    {
      setting: 'notWhileLocked',
      label: 'Do not offer it while the account is locked',
      description: 'They have to unlock it first, or wait until the lock ends.',
    },
    {
      setting: 'notBeforeMinimumAge',
      label: 'Do not offer it before the minimum age of the password has passed',
      description:
        'Active Directory applies that age to changes only, not to resets. They are told when a reset is possible again.',
    },
  ],
};

/** The table takes what it needs; what it amounts to stands beside it where there is room, else below. */
const BESIDE = [{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }];

interface ActionEditorProps {
  readonly action: Action;
  readonly rule: ActionRule;
  /** The JSON pointer of the rule in the document. */
  readonly place: string;
  /** What the rule amounts to as it was saved; undefined where it never was. */
  readonly assessment: Assessment | undefined;
  readonly outdated: boolean;
  readonly onChange: (rule: ActionRule) => void;
  /** What else can be said of this action alone. */
  readonly children?: ReactNode;
}

/** Whether an action is offered and when, what must be proven for it, and what that amounts to. */
export function ActionEditor(props: ActionEditorProps) {
  const { action, rule, onChange } = props;
  const { readOnly } = useDraft();
  const mistakes = useMistakes()(props.place);
  const { title, offer } = WORDS[action];
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <SpaceBetween size="l">
        <Toggle
          checked={rule.offered}
          disabled={readOnly}
          onChange={({ detail }) => onChange({ ...rule, offered: detail.checked })}
        >
          {offer}
        </Toggle>
        {mistakes !== undefined && (
          <Alert type="error" statusIconAriaLabel="Error">
            {mistakes}
          </Alert>
        )}
        {rule.offered && <Asked {...props} />}
        {rule.offered &&
          SETTINGS[action].map(({ setting, label, description }) => (
            <Toggle
              key={setting}
              checked={rule[setting] ?? false}
              disabled={readOnly}
              description={description}
              onChange={({ detail }) => onChange(withSetting(rule, setting, detail.checked))}
            >
              {label}
            </Toggle>
          ))}
        {props.children}
      </SpaceBetween>
    </Container>
  );
}

function Asked({ action, rule, assessment, outdated, onChange }: ActionEditorProps) {
  const { readOnly } = useDraft();
  const most = rule.optional.length;
  return (
    <Grid gridDefinition={BESIDE}>
      <SpaceBetween size="m">
        <ProofsTable action={action} rule={rule} onChange={onChange} />
        {most > 0 && (
          <NumberField
            label="Optional methods that must be met"
            description="How many of the optional methods somebody must meet besides the required ones."
            value={rule.minimumOptional}
            least={0}
            most={most}
            refusal={`Demand ${most === 1 ? '0 or 1' : `0 to ${most}`}: so many methods are optional.`}
            disabled={readOnly}
            onChange={(value) => onChange({ ...rule, minimumOptional: value ?? 0 })}
          />
        )}
      </SpaceBetween>
      <AmountsTo assessment={assessment} outdated={outdated} />
    </Grid>
  );
}
