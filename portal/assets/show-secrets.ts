/** Puts the buttons to work that show a password or an answer; what is shown is masked again before it is sent. */
export function showSecrets(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-shows]')) {
    const input = document.getElementById(button.dataset['shows'] ?? '');
    if (!(input instanceof HTMLInputElement)) continue;
    const reveal = (shown: boolean): void => {
      const { show = '', hide = '', showLabel = '', hideLabel = '' } = button.dataset;
      input.type = shown ? 'text' : 'password';
      button.textContent = shown ? hide : show;
      button.setAttribute('aria-label', shown ? hideLabel : showLabel);
    };
    // What the page itself wrote there is shown: nobody has typed it.
    reveal(input.type === 'text');
    button.hidden = false;
    button.addEventListener('click', () => reveal(input.type === 'password'));
    // Else the browser would keep the text among the things typed before.
    input.form?.addEventListener('submit', () => reveal(false));
  }
}
