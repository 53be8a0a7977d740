/** Keeps a second press from sending a form again, and sends codes in plain digits. */
export function sendOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]'))
    form.addEventListener('submit', (event) => {
      if (form.dataset['sent'] !== undefined) {
        event.preventDefault();
        return;
      }
      form.dataset['sent'] = '';
      for (const code of form.querySelectorAll<HTMLInputElement>('input[inputmode=numeric]'))
        code.value = code.value.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
      markWaiting(event.submitter);
    });
  // A page that comes back from the browser's memory can be sent again.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const form of document.forms) makeReady(form);
  });
}

// Not `disabled`: that would drop the button's own name and value from the form, and lose the focus.
function markWaiting(button: HTMLElement | null): void {
  const wait = button?.dataset['wait'];
  if (!button || wait === undefined) return;
  button.setAttribute('aria-disabled', 'true');
  if (button.classList.contains('row')) return;
  button.dataset['label'] = button.textContent;
  button.textContent = wait;
}

function makeReady(form: HTMLFormElement): void {
  delete form.dataset['sent'];
  for (const button of form.querySelectorAll<HTMLElement>('[aria-disabled]')) {
    button.removeAttribute('aria-disabled');
    const { label } = button.dataset;
    if (label !== undefined) button.textContent = label;
  }
}
