import type { Answered } from './over-http.ts';

/** Each of its own fixed length: a length that varied would be seen. */
const RANDOM: readonly (readonly [RegExp, string])[] = [
  [/"handle":"[A-Za-z0-9_-]{43}"/g, '"handle":""'],
  [/"reference":"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}"/g, '"reference":""'],
  [/__Host-latchkey-flow=[A-Za-z0-9_-]{43}/g, '__Host-latchkey-flow='],
  [/__Host-latchkey-visit=[A-Za-z0-9_-]{22}/g, '__Host-latchkey-visit='],
  [/name="token" value="[A-Za-z0-9_-]{43}"/g, 'name="token"'],
  [/name="operation" value="[A-Za-z0-9_-]{22}"/g, 'name="operation"'],
  [/("|&quot;)challenge\1:\1[A-Za-z0-9_-]{43}\1/g, 'challenge'],
  [/>[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}</g, '><'],
  [/^date: .{29}$/gim, 'date:'],
];

/** An answer as bytes: status, headers as they came, and body, but for what is random in every answer. */
export function withoutRandom({ status, headers, body }: Answered): string {
  const whole = [status, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\n');
  return RANDOM.reduce((text, [random, mark]) => text.replaceAll(random, mark), whole);
}
