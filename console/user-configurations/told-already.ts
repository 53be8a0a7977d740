/**
 * Whether a warning about a user configuration is one that stands beside its action already: there it is about getting
 * through, here about what is unlocked or reset.
 */
export function isToldAlready(warning: string, name: string, assessed: readonly string[]): boolean {
  const told = warning
    .replace(`In "${name}", `, '')
    .replace(/\b(unlock or reset|unlock|reset)\b/, 'get through');
  return assessed.some((one) => one.toLowerCase() === told.toLowerCase());
}
