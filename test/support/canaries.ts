/** The spellings in which a secret could have got into a text. */
const spellingsOf = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ x: secret }).toString().slice(2),
    bytes.toString('hex'),
    Buffer.from(secret, 'utf16le').toString('base64').slice(0, -4),
    // Base64 shows a text in three ways, depending on what stands before it.
    ...['', 'a', 'ab'].flatMap((before) => {
      const shown = Buffer.concat([Buffer.from(before), bytes]);
      const [cutFront, cutBack] = [Math.ceil((before.length * 4) / 3), 4];
      return (['base64', 'base64url'] as const).map((as) => shown.toString(as).slice(cutFront, -cutBack));
    }),
    Array.from(secret).toReversed().join(''),
  ];
};

/** Which of the named secrets can be found in a text, in whatever spelling. */
export function secretsIn(text: string, secrets: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(secrets)
    .filter(([, secret]) =>
      spellingsOf(secret).some((spelling) => spelling.length > 5 && text.includes(spelling)),
    )
    .map(([name]) => name);
}
