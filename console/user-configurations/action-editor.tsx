import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useDraft } from '../draft.tsx';
import { METHOD_WORDS, METHODS, type Method } from '../parts/method-words.ts';
import { NumberField } from '../parts/number-field.tsx';
import { withSetting, type ActionRule, type RuleSetting } from './action-rule.ts';

const WORDS = {
  unlock: { title: 'Unlock', offer: 'They may unlock their account' },
  reset: { title: 'Reset', offer: 'They may reset their password' },
} as const;

/** When an action is offered, besides; what of a rule can be switched on, and what comes of it. */
const SETTINGS: Readonly<
  Record<
    keyof typeof WORDS,
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

type Place = 'required' | 'optional' | 'neither';

/** Whether an action is offered, and of each verification method whether it is required, optional or not asked for. */
export function ActionEditor(props: {
  readonly action: keyof typeof WORDS;
  readonly rule: ActionRule;
  readonly onChange: (rule: ActionRule) => void;
}) {
  const { action, rule, onChange } = props;
  const { document, readOnly } = useDraft();
  const { title, offer } = WORDS[action];
  const most = rule.optional.length;
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
        {rule.offered &&
          METHODS.map((method) => (
            <FormField
              key={method}
              label={METHOD_WORDS[method]}
              warningText={
                document.methods[method].on || placeOf(rule, method) === 'neither'
                  ? undefined
                  : 'This method is switched off on the Questionnaire screen.'
              }
            >
              <RadioGroup
                direction="horizontal"
                value={placeOf(rule, method)}
                readOnly={readOnly}
                items={[
                  { value: 'required', label: 'Required' },
                  { value: 'optional', label: 'Optional' },
                  { value: 'neither', label: 'Not asked for' },
                ]}
                onChange={({ detail }) => onChange(placed(rule, method, detail.value))}
              />
            </FormField>
          ))}
        {rule.offered && most > 0 && (
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
      </SpaceBetween>
    </Container>
  );
}

const placeOf = ({ required, optional }: ActionRule, method: Method): Place =>
  required.includes(method) ? 'required' : optional.includes(method) ? 'optional' : 'neither';

/** The rule with a method in another place; what must be met at least is never more than there is. */
function placed(rule: ActionRule, method: Method, place: string): ActionRule {
  const isAt = (here: Place) => (one: Method) =>
    one === method ? place === here : placeOf(rule, one) === here;
  const optional = METHODS.filter(isAt('optional'));
  return {
    ...rule,
    required: METHODS.filter(isAt('required')),
    optional,
    minimumOptional: Math.min(rule.minimumOptional, optional.length),
  };
}
