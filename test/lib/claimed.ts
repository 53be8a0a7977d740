/** One row of a table of promises. */
export interface Claimed {
  readonly promise: string;
  /** Files and folders of tests, as they are named: `test/journeys/race`. */
  readonly tests: readonly string[];
}

/** The rows of the tables of promises in docs/security.md, of all of it or of one section. */
export function claimedOf(document: string, section?: string): readonly Claimed[] {
  const [, ...parts] = document.split(/^(?=## )/m);
  const chosen = section === undefined ? document : parts.find((part) => part.startsWith(`## ${section}\n`));
  if (chosen === undefined) throw new Error(`docs/security.md has no section ${section}`);
  return [...chosen.matchAll(/^\| (?!Promise \|)(.+?) \| .* \| ([^|]+) \|$/gm)].map(
    ([, promise = '', shown = '']) => ({
      promise,
      tests: [...shown.matchAll(/`(test\/[\w./-]+)`/g)].map(([, file]) => file ?? ''),
    }),
  );
}
