/** What the JSON text of a secret says; undefined for any other text. No error gets out: those of JSON.parse quote the text. */
export function parsedSecret(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
