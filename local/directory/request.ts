import { booleanOf, elements, expect, integerOf, MalformedMessage, onlyElement, TAG, textOf } from './ber.ts';
import type { Element } from './ber.ts';
import { decodeControl } from './request-control.ts';
import type { RequestControl } from './request-control.ts';
import { decodeFilter } from './filter.ts';
import type { Filter } from './filter.ts';

export interface BindRequest {
  readonly kind: 'bind';
  readonly version: number;
  readonly name: string;
  /** Undefined for anything but a simple bind. */
  readonly password: string | undefined;
}

export interface SearchRequest {
  readonly kind: 'search';
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  readonly sizeLimit: number;
  readonly timeLimitSeconds: number;
  readonly typesOnly: boolean;
  readonly filter: Filter;
  readonly attributes: readonly string[];
}

export interface Change {
  readonly operation: 'add' | 'delete' | 'replace';
  readonly attribute: string;
  readonly values: readonly Buffer[];
}

export interface ModifyRequest {
  readonly kind: 'modify';
  readonly dn: string;
  readonly changes: readonly Change[];
}

export type Request =
  | BindRequest
  | SearchRequest
  | ModifyRequest
  | { readonly kind: 'unbind' }
  | { readonly kind: 'abandon' }
  | { readonly kind: 'extended'; readonly name: string }
  /** Add, delete, rename, compare: understood, not offered. `responseTag` is that of its answer. */
  | { readonly kind: 'unsupported'; readonly responseTag: number };

/** One LDAPMessage from a client. */
export interface RequestMessage {
  readonly id: number;
  readonly request: Request;
  readonly controls: readonly RequestControl[];
}

/** Decodes one LDAPMessage; throws MalformedMessage when it is none. */
export function decodeRequest(message: Buffer): RequestMessage {
  const [id, operation, controls] = elements(expect(onlyElement(message), TAG.sequence));
  if (!operation) throw new MalformedMessage('a message without an operation');
  return {
    id: integerOf(id),
    request: decodeOperation(operation),
    controls: controls ? elements(expect(controls, 0xa0)).map(decodeControl) : [],
  };
}

function decodeOperation({ tag, content }: Element): Request {
  switch (tag) {
    case 0x60:
      return decodeBind(content);
    case 0x42:
      return { kind: 'unbind' };
    case 0x63:
      return decodeSearch(content);
    case 0x66:
      return decodeModify(content);
    case 0x50:
      return { kind: 'abandon' };
    case 0x77:
      return { kind: 'extended', name: textOf(elements(content)[0], 0x80) };
    case 0x68:
    case 0x6c:
    case 0x6e:
      return { kind: 'unsupported', responseTag: tag + 1 };
    case 0x4a:
      return { kind: 'unsupported', responseTag: 0x6b };
    default:
      throw new MalformedMessage(`operation ${tag} is none of LDAP's`);
  }
}

function decodeBind(content: Buffer): BindRequest {
  const [version, name, credentials] = elements(content);
  return {
    kind: 'bind',
    version: integerOf(version),
    name: textOf(name),
    password: credentials?.tag === 0x80 ? credentials.content.toString('utf8') : undefined,
  };
}

const SCOPES = ['base', 'one', 'sub'] as const;

function decodeSearch(content: Buffer): SearchRequest {
  const [base, scope, , sizeLimit, timeLimit, typesOnly, filter, attributes] = elements(content);
  const named = SCOPES[integerOf(scope, TAG.enumerated)];
  if (!named || !filter) throw new MalformedMessage('a search without scope or filter');
  return {
    kind: 'search',
    base: textOf(base),
    scope: named,
    sizeLimit: integerOf(sizeLimit),
    timeLimitSeconds: integerOf(timeLimit),
    typesOnly: booleanOf(typesOnly),
    filter: decodeFilter(filter),
    attributes: elements(expect(attributes, TAG.sequence)).map((name) => textOf(name)),
  };
}

const OPERATIONS = ['add', 'delete', 'replace'] as const;

function decodeModify(content: Buffer): ModifyRequest {
  const [dn, changes] = elements(content);
  return {
    kind: 'modify',
    dn: textOf(dn),
    changes: elements(expect(changes, TAG.sequence)).map(decodeChange),
  };
}

function decodeChange(found: Element): Change {
  const [operation, modification] = elements(expect(found, TAG.sequence));
  const named = OPERATIONS[integerOf(operation, TAG.enumerated)];
  if (!named) throw new MalformedMessage('a modification that neither adds, deletes nor replaces');
  const [attribute, values] = elements(expect(modification, TAG.sequence));
  return {
    operation: named,
    attribute: textOf(attribute),
    values: elements(expect(values, TAG.set)).map((value) => expect(value, TAG.octetString)),
  };
}
