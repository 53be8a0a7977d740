import type { RegisteredPasskey } from '../../domain/enrollment/enrollment.ts';
import { longDate } from '../dates.ts';
import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { CeremonyForm } from '../parts/ceremony-form.tsx';
import { TextField } from '../parts/field.tsx';
import { phrases } from '../phrase.ts';

/** A passkey as its owner knows it. */
export type OwnPasskey = Pick<RegisteredPasskey, 'id' | 'name' | 'registeredAt' | 'backedUp'>;

export interface PasskeySetupView {
  readonly passkeys: readonly OwnPasskey[];
  /** For the browser, as JSON; left out when there can be no more of them. */
  readonly options?: object | undefined;
  /** As it was typed. */
  readonly name?: string | undefined;
  readonly problem?: Problems | undefined;
}

/** What a passkey is called: as its owner said, or by its day. */
export const passkeyName = (language: string, { name, registeredAt }: OwnPasskey): string =>
  name === '' ? phrases(language)('passkey-setup.unnamed', { date: longDate(language, registeredAt) }) : name;

/** E6: one's own passkeys, and another one. */
export function passkeySetupPage(frame: Frame, view: PasskeySetupView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('passkey-setup.title'), problem: view.problem, passkeys: true },
    <>
      <h1>{t('passkey-setup.title')}</h1>
      <p>{t('passkey-setup.lead')}</p>
      {view.passkeys.length > 0 && (
        <ul class="tasks">
          {view.passkeys.map((passkey) => (
            <Own frame={frame} passkey={passkey} />
          ))}
        </ul>
      )}
      {view.options ? (
        <CeremonyForm
          frame={frame}
          action="/enroll/passkey"
          ceremony="create"
          options={view.options}
          button={t('passkey-setup.make')}
          cancelled={t('passkey-setup.cancelled')}
        >
          <TextField
            frame={frame}
            name="name"
            label={t('passkey-setup.name')}
            hint={t('passkey-setup.name-hint')}
            autocomplete="off"
            value={view.name}
            problems={listOf(view.problem)}
          />
        </CeremonyForm>
      ) : (
        <p class="inset">{t('passkey-setup.full')}</p>
      )}
      <BackToMethods frame={frame} />
    </>,
  );
}

function Own({ frame, passkey }: { frame: Frame; passkey: OwnPasskey }) {
  const { language } = frame;
  const t = phrases(language);
  const id = `passkey-${passkey.id}`;
  const date = longDate(language, passkey.registeredAt);
  return (
    <li>
      <h2 id={id}>
        <bdi>{passkeyName(language, passkey)}</bdi>
      </h2>
      <p class="soft">{t(passkey.backedUp ? 'passkey-setup.synced' : 'passkey-setup.since', { date })}</p>
      <p class="acts">
        <a
          href={`${frame.basePath}/enroll/passkey/remove/${passkey.id}`}
          id={`${id}-remove`}
          aria-labelledby={`${id}-remove ${id}`}
        >
          {t('enroll.remove')}
        </a>
      </p>
    </li>
  );
}
