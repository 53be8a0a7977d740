const LONGEST = 500;

/** The reason somebody gives for an act, trimmed; undefined when there is none, or more than 500 characters. */
export function readReason(typed: string): string | undefined {
  const reason = typed.trim();
  return reason === '' || Array.from(reason).length > LONGEST ? undefined : reason;
}
