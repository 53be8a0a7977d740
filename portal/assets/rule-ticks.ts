import { ruleHolds } from './rule-holds.ts';

const PAUSE = 1000;

/** Ticks the rules that can be judged here while the new password is typed, and tells screen readers after a pause. */
export function keepRulesTicked(): void {
  const input = document.querySelector<HTMLInputElement>('input[data-rules]');
  const list = document.getElementById(input?.dataset['rules'] ?? '');
  if (!input || !list) return;
  const rules = [...list.querySelectorAll<HTMLElement>('[data-rule]')].map((item) => ({
    item,
    text: item.textContent,
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const judge = () =>
    rules.filter((rule) => !tick(rule, ruleHolds(rule.item.dataset, input.value), list.dataset['met'] ?? ''));
  // A suggestion stands there from the beginning.
  if (input.value !== '') judge();
  input.addEventListener('input', () => {
    const left = judge();
    clearTimeout(timer);
    timer = setTimeout(
      () =>
        announce(
          list,
          left.map(({ text }) => text),
        ),
      PAUSE,
    );
  });
}

function tick({ item, text }: { item: HTMLElement; text: string }, met: boolean, word: string): boolean {
  item.toggleAttribute('data-met', met);
  item.textContent = met ? `${text} – ${word}` : text;
  return met;
}

function announce(list: HTMLElement, left: readonly string[]): void {
  const status = document.getElementById('rules-status');
  const { allMet = '', left: stillNeeded = '' } = list.dataset;
  if (status) status.textContent = left.length === 0 ? allMet : `${stillNeeded} ${left.join('; ')}`;
}
