import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

// Only on pages with such a form, which without it says that this way does not work here. Words come from the page.
const found = document.querySelector<HTMLFormElement>('form[data-ceremony]');
if (found && browserSupportsWebAuthn()) offer(found);

function offer(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=button]');
  if (!button) return;
  const start = () => void (button.getAttribute('aria-disabled') === 'true' || run(form, button));
  button.addEventListener('click', start);
  // The Enter key in a field of the form means its button.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    start();
  });
  form.hidden = false;
  document.getElementById('no-passkeys')?.remove();
}

async function run(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const { wait = '' } = button.dataset;
  const label = button.textContent;
  const status = form.querySelector('[role=status]');
  if (status) status.textContent = '';
  // As send-once.ts does it, which makes it ready again on a page that comes back from the browser's memory.
  button.dataset['label'] = label;
  button.setAttribute('aria-disabled', 'true');
  button.textContent = wait;
  try {
    const answer = JSON.stringify(await asked(form));
    form.querySelector<HTMLInputElement>('input[name=answer]')?.setAttribute('value', answer);
    form.submit();
  } catch (error) {
    button.removeAttribute('aria-disabled');
    button.textContent = label;
    if (status)
      status.textContent = (isKnown(error) ? form.dataset['known'] : form.dataset['cancelled']) ?? '';
  }
}

function asked({ dataset }: HTMLFormElement): Promise<object> {
  const options: unknown = JSON.parse(dataset['options'] ?? '{}');
  return dataset['ceremony'] === 'create'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
}

const isKnown = (error: unknown): boolean =>
  error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
