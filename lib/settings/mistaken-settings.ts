/** Settings that cannot be deployed. Each line is one mistake: where, what, and what to write instead. */
export class MistakenSettings extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    const many = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    super([`The settings have ${many}:`, ...mistakes.map((line) => `  ${line}`)].join('\n'));
    this.name = 'MistakenSettings';
    this.mistakes = mistakes;
  }
}
