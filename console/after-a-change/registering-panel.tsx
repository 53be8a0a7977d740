import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { NumberField } from '../parts/number-field.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { FROZEN_HOURS, frozenHoursOf, withFrozenHours } from './registering.ts';

/** How long after a reset what people registered stays as it is. */
export function RegisteringPanel() {
  const { document, inForce, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change } = useForm({ hours: frozenHoursOf(document) });
  const { hours } = mine;
  const fits = hours >= FROZEN_HOURS.least && hours <= FROZEN_HOURS.most;
  const save = async () => {
    const kept = await edit((now) => withFrozenHours(now, hours, inForce.document));
    if (kept) notices.done('How long nothing registered may be changed is saved in your draft.');
    return kept;
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Whoever set a password in somebody’s place must not take their recovery methods over as well. The help desk can revoke meanwhile."
        >
          Registering after a reset
        </Header>
      }
    >
      <SpaceBetween size="l">
        <NumberField
          label="Hours in which nothing registered may be changed"
          description={`After a reset here. 72 as it comes; 0 for not at all.`}
          value={Number.isNaN(hours) ? undefined : hours}
          {...FROZEN_HOURS}
          disabled={readOnly}
          onChange={(value) => change({ hours: value ?? Number.NaN })}
        />
        {hours === 0 && (
          <Alert type="warning" statusIconAriaLabel="Warning">
            Whoever gets past one person’s proofs can then make themselves at home: replace the methods at
            once, and reset again whenever they like.
          </Alert>
        )}
        {!readOnly && <SaveActions onSave={save} disabled={!dirty || !fits} />}
      </SpaceBetween>
      <Unsaved is={dirty} />
    </Container>
  );
}
