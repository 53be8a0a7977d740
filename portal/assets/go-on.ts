/**
 * Presses the button of a page that only passes something on. What it passes on leaves the address and the history first: going
 * back leads to the page before it, and sends nothing twice.
 */
export function goOn(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-goes-on]');
  if (!form) return;
  history.replaceState(null, '', form.dataset['goesOn']);
  form.querySelector('button')?.click();
}
