import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** The parser's numbers for plain text and for `{name}`; its enumeration is not exported by intl-messageformat. */
const LITERAL = 0;
const ARGUMENT = 1;

/** How much longer than English a text may get in translation: W3C, "Text size in translation". */
const LONGER = 1.4;
const ACCENTS = new Map(
  Array.from(
    'aàbƀcçdđeéfƒgğhĥiíjĵkķlĺmɱnñoôpþqǫrŕsştţuúvṽwŵxẋyýzž'.matchAll(/(.)(.)/gu),
    ([, plain = '', other = '']) => [plain, other],
  ),
);

/** An English message as a made-up language that is longer and has accents: what is cut off, or was never in a catalog, shows. */
export function accented(message: string): string {
  const lengthened = rewritten(message, (text) =>
    Array.from(text, (letter) => accent(letter) + (/[aeiou]/i.test(letter) ? accent(letter) : '')).join(''),
  );
  const missing = Math.ceil(visible(message).length * LONGER) - visible(lengthened).length - '[]'.length;
  return `[${lengthened}${' ····'.repeat(Math.max(0, Math.ceil(missing / ' ····'.length)))}]`;
}

/** An English message as a made-up language that is written from right to left: each word within an override (UAX #9). */
export const rightToLeft = (message: string): string =>
  rewritten(message, (text) =>
    text.replace(/[\p{L}\p{N}](?:[\p{L}\p{N}’@.\\-]*[\p{L}\p{N}])?/gu, '\u202E$&\u202C'),
  );

/** The literal text of a message, with that of each of its branches. */
export const visible = (message: string): string => {
  let text = '';
  rewritten(message, (literal) => ((text += literal), literal));
  return text;
};

function accent(letter: string): string {
  const small = ACCENTS.get(letter.toLowerCase());
  if (small === undefined) return letter;
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

/** The message with its literal texts changed, and everything that is ICU MessageFormat as it was. */
function rewritten(message: string, change: (text: string) => string): string {
  const print = (elements: readonly Element[]): string => elements.map(printed).join('');
  const printed = (element: Element): string => {
    if ('options' in element && 'pluralType' in element) {
      const branches = Object.entries(element.options).map(
        ([name, { value }]) => `${name} {${print(value)}}`,
      );
      return `{${element.value}, plural, ${branches.join(' ')}}`;
    }
    if ('children' in element) return `<${element.value}>${print(element.children)}</${element.value}>`;
    if (!('value' in element)) return '#';
    const { type, value }: { type: number; value: string } = element;
    if (type === LITERAL) return change(value);
    if (type === ARGUMENT) return `{${value}}`;
    throw new TypeError(`No pseudo-locale for this yet: ${message}`);
  };
  return print(new IntlMessageFormat(message, 'en').getAst());
}
