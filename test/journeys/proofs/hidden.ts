/** Texts that must not be found, by what they are. */
export type Secrets = Readonly<Record<string, string>>;

/** Every way in which a secret could have got into some bytes. */
function formsOf(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret, 'utf8');
  const turned = Buffer.from(Array.from(secret).toReversed().join(''), 'utf8');
  const texts = [
    secret.toLowerCase(),
    secret.toUpperCase(),
    JSON.stringify(secret).slice(1, -1),
    asciiJson(secret),
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...within64(bytes),
    ...within64(Buffer.from(secret, 'utf16le')),
  ].map((text) => Buffer.from(text, 'utf8'));
  return [bytes, turned, Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'latin1'), ...texts];
}

/** JSON as others write it, with \u for everything that is not ASCII. */
const asciiJson = (secret: string): string =>
  JSON.stringify(secret)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Base64 shows the same bytes in three ways, by what stands before them; the ends depend on the neighbours and are cut off. */
const within64 = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((before) => {
    const shown = Buffer.concat([Buffer.alloc(before), bytes]);
    return (['base64', 'base64url'] as const).map((as) =>
      shown
        .toString(as)
        .replaceAll('=', '')
        .slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)),
    );
  });

/** Where which secret was found, as `place: secret`. Digits alone are no find within a longer number. */
export function found(secrets: Secrets, places: ReadonlyMap<string, Buffer>): readonly string[] {
  const sought = Object.entries(secrets).map(([name, secret]) => ({ name, forms: formsOf(secret) }));
  return [...places].flatMap(([place, bytes]) =>
    sought.flatMap(({ name, forms }) =>
      forms.some((form) => holds(bytes, form)) ? [`${place}: ${name}`] : [],
    ),
  );
}

function holds(bytes: Buffer, form: Buffer): boolean {
  if (!form.every(isDigit)) return bytes.includes(form);
  for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + 1))
    if (!isDigit(bytes[at - 1] ?? 0) && !isDigit(bytes[at + form.length] ?? 0)) return true;
  return false;
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
