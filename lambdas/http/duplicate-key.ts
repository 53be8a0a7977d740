/**
 * The first key that one object of a JSON text holds twice, or undefined. JSON.parse takes the last one silently, and two
 * readers that take different ones are how checks are walked around (RFC 8259 §4). `text` must be valid JSON.
 */
export function duplicateKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let lastString = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/gsu)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const keys = open.at(-1);
      if (keys?.has(lastString)) return lastString;
      keys?.add(lastString);
    } else lastString = String(JSON.parse(token));
  }
  return undefined;
}
