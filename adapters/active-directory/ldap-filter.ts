import {
  AndFilter,
  ExtensibleFilter,
  type Filter,
  FilterParser,
  NotFilter,
  OrFilter,
  SubstringFilter,
} from 'ldapts';
import { Failure } from '../../domain/failure.ts';

const LONGEST = 2_000;
const DEEPEST = 32;
/** The matching rules of AD: all bits, any bit, in chain (MS-ADTS 3.1.1.3.4.4). An unknown one fails the whole search. */
const RULES = ['1.2.840.113556.1.4.803', '1.2.840.113556.1.4.804', '1.2.840.113556.1.4.1941'];

/** Why a text cannot be used as an LDAP filter (RFC 4515), and what to write instead; undefined when it can. */
export function filterTrouble(text: string): string | undefined {
  const trouble = parenthesesTrouble(text);
  if (trouble !== undefined) return trouble;
  try {
    return treeTrouble(parsed(text));
  } catch (error) {
    return error instanceof Error ? told(error.message) : 'is no LDAP filter';
  }
}

/** The filter a text spells. Throws Failure `directory-misbehaved` for one that `filterTrouble` would not pass. */
export function filterOf(text: string): Filter {
  const trouble = filterTrouble(text);
  if (trouble === undefined) return parsed(text);
  throw new Failure('directory-misbehaved', `The LDAP filter ${text.slice(0, 100)} ${trouble}`);
}

/** ldapts passes filters that lack a closing parenthesis, and adds missing outer ones. */
function parenthesesTrouble(text: string): string | undefined {
  if (text.trim() === '') return 'is empty; write one such as (department=Sales)';
  if (text.length > LONGEST) return `has ${text.length} characters; at most ${LONGEST} are taken`;
  if (!text.startsWith('(') || !text.endsWith(')'))
    return 'does not begin with ( and end with ); write one such as (department=Sales)';
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open > DEEPEST) return `is nested more than ${DEEPEST} deep; write it flatter`;
    if (open <= 0 && at < text.length - 1)
      return 'goes on after its last parenthesis; put (& … ) around all of it';
  }
  return open === 0 ? undefined : `lacks ${open} closing ${open === 1 ? 'parenthesis' : 'parentheses'}`;
}

const parsed = (text: string): Filter => FilterParser.parseString(decodedEscapes(text));

/** ldapts takes each escaped byte for a character of its own: `\c3\a9` must be é before it sees it. */
const decodedEscapes = (text: string): string =>
  text.replaceAll(/(?:\\[89a-f][0-9a-f])+/gi, (run) => {
    const bytes = Buffer.from(run.replaceAll('\\', ''), 'hex');
    if (!Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes))
      throw new Error(
        `Escaped bytes that are no UTF-8: ${run.slice(0, 30)}. Write a SID as S-1-5-… and a GUID with its hyphens`,
      );
    return bytes.toString('utf8');
  });

function treeTrouble(filter: Filter): string | undefined {
  if (filter instanceof AndFilter || filter instanceof OrFilter)
    return filter.filters.map((part) => treeTrouble(part)).find((trouble) => trouble !== undefined);
  if (filter instanceof NotFilter) return treeTrouble(filter.filter);
  if (filter instanceof SubstringFilter && filter.any.includes(''))
    return 'has two asterisks in a row; one is enough';
  if (filter instanceof ExtensibleFilter) return ruleTrouble(filter);
  return undefined;
}

function ruleTrouble({ rule, matchType, dnAttributes }: ExtensibleFilter): string | undefined {
  if (dnAttributes) return 'uses :dn:, which Active Directory does not have';
  if (matchType === '') return 'has a matching rule without an attribute; write the attribute before it';
  return RULES.includes(rule)
    ? undefined
    : `uses the matching rule “${rule}”, which Active Directory does not have; it has ${RULES.join(', ')}`;
}

/** ldapts repeats the whole filter in its messages. */
const told = (message: string): string => `does not parse: ${message.split('. Full string')[0] ?? message}`;
