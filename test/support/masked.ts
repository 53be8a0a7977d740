import type { Answer } from './front-door.ts';

/** What is random in an answer, and says nothing: handles, references, tokens, operations, times to the second. */
const RANDOM: readonly (readonly [RegExp, string])[] = [
  [/"handle":"[A-Za-z0-9_-]{43}"/g, '"handle":"HANDLE"'],
  [/__Host-latchkey-(flow|session)=[A-Za-z0-9_-]{43}/g, '__Host-latchkey-$1=HANDLE'],
  [/__Host-latchkey-visit=[A-Za-z0-9_-]{22}/g, '__Host-latchkey-visit=VISIT'],
  [/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/g, 'REFERENCE'],
  [/name="token" value="[A-Za-z0-9_-]{43}"/g, 'name="token" value="TOKEN"'],
  [/name="operation" value="[A-Za-z0-9_-]{22}"/g, 'name="operation" value="OPERATION"'],
  [/("|&quot;)challenge\1:\1[A-Za-z0-9_-]{43}\1/g, 'CHALLENGE'],
  [/"expiresAt":"[0-9TZ:.-]{24}"/g, '"expiresAt":"TIME"'],
];

/** An answer without what is random in it: status, headers, cookies and body as bytes. */
export function masked({ status, headers, cookies, body }: Answer): string {
  const whole = JSON.stringify({ status, headers, cookies }) + body;
  return RANDOM.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), whole);
}
