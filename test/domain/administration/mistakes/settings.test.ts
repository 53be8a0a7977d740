import { describe, expect, it } from 'vitest';
import { documentMistakes } from '../../../../domain/administration/document-mistakes.ts';
import type { PostAction } from '../../../../domain/policy/post-action.ts';
import { aDocument } from '../../../support/any-document.ts';
import { found, known, messages } from './found.ts';

const label = { en: 'Field' };
const form = (filter: string, ...attributes: readonly string[]) => ({
  searchForm: { besidesName: true, fields: attributes.map((attribute) => ({ attribute, label })), filter },
});

describe('a search form', () => {
  it('has a filter that can be read once its fields are filled in', () => {
    expect(found(form('(&(mail=%mail%)(employeeID=%employeeID%))', 'mail', 'employeeID'))).toEqual([]);
    expect(messages(form('(mail=%mail%', 'mail'))).toEqual([
      "The filter of the search form can't be read: a closing parenthesis is missing at the end.",
    ]);
  });

  it('has a field for every placeholder, and a placeholder for every field', () => {
    expect(found(form('(mail=%mail%)', 'mail', 'employeeID'))).toEqual(['unused-field /searchForm/fields/1']);
    expect(found(form('(&(mail=%mail%)(sn=%sn%))', 'mail'))).toEqual([
      'unknown-placeholder /searchForm/filter',
    ]);
    expect(found(form('(mail=%MAIL%)', 'mail'))).toEqual([
      'unknown-placeholder /searchForm/filter',
      'unused-field /searchForm/fields/0',
    ]);
  });

  it('takes what is typed as a value, never as the name of an attribute', () => {
    expect(messages(form('(%mail%=x)', 'mail'))).toEqual([
      'The filter of the search form can\'t be read: "%mail%" stands where an attribute is named, not a value.',
    ]);
    expect(messages(form('(&(a=b)(x%mail%y=*))', 'mail'))).toHaveLength(1);
  });

  it('asks for nothing secret', () => {
    expect(found(form('(unicodePwd=%unicodePwd%)', 'unicodePwd'))).toEqual([
      'unfit-attribute /searchForm/fields/0/attribute',
      'unfit-attribute /searchForm/filter',
    ]);
    expect(found(form('(&(mail=%mail%)(ms-Mcs-AdmPwd=a*))', 'mail'))).toEqual([
      'unfit-attribute /searchForm/filter',
    ]);
  });

  it('has a field, with a label in the default language and the name of an attribute', () => {
    const { searchForm } = form('(a=b)');
    expect(messages({ searchForm })).toEqual(['The search form has no field.']);
    expect(messages({ searchForm: { ...searchForm, besidesName: false } }).join()).toContain(
      'nobody could say who they are',
    );
    const fields = [{ attribute: 'mail', label: {} }];
    expect(found({ searchForm: { ...searchForm, fields, filter: '(mail=%mail%)' } })).toEqual([
      'no-default-text /searchForm/fields/0/label',
    ]);
    expect(found(form('(a=%not a name%)', 'not a name'))).toEqual([
      'unfit-attribute /searchForm/fields/0/attribute',
      'unused-field /searchForm/fields/0',
    ]);
  });
});

const OUTSIDE = { webhooks: ['tickets'], events: true, writableAttributes: ['extensionAttribute7'] };
const action = (more: Partial<PostAction> & Pick<PostAction, 'kind'>): PostAction =>
  ({
    id: 'a',
    name: 'Ticket',
    after: ['reset'],
    endpoint: 'tickets',
    text: '%username%',
    ...more,
  }) as PostAction;
const wrong = (...postActions: readonly PostAction[]) =>
  documentMistakes(aDocument({ postActions }), { ...known, outside: OUTSIDE });
const codes = (...postActions: readonly PostAction[]) =>
  wrong(...postActions).map(({ code, path }) => `${code} ${path}`);

describe('a post action', () => {
  it('goes only where the deployment goes', () => {
    expect(codes(action({ kind: 'webhook' }), action({ kind: 'event', id: 'b' }))).toEqual([]);
    expect(codes(action({ kind: 'attribute', attribute: 'EXTENSIONattribute7', value: '%at%' }))).toEqual([]);
    const [mistake] = wrong(action({ kind: 'webhook', endpoint: 'elsewhere' }));
    expect(mistake).toEqual({
      path: '/postActions/0/endpoint',
      code: 'not-deployed',
      message: 'Post action "Ticket" calls the webhook "elsewhere", which the deployment does not have.',
      remedy: 'Use "tickets", or have it put into the deployment\'s settings (docs/deploy.md) and deployed.',
    });
    expect(codes(action({ kind: 'attribute', attribute: 'info', value: 'x' }))).toEqual([
      'not-deployed /postActions/0/attribute',
    ]);
    expect(found({ postActions: [action({ kind: 'event' })] })).toEqual(['not-deployed /postActions/0/kind']);
  });

  it('fills in what there is, which is no password', () => {
    const [mistake, ...more] = wrong(
      action({ kind: 'webhook', text: '%username% %password% %Username% 100 %' }),
    );
    expect(mistake).toMatchObject({ code: 'unknown-macro', path: '/postActions/0/text' });
    expect(mistake?.message).toContain('"%password%"');
    expect(mistake?.remedy).toContain('Use %username%, %domain%, %displayName%');
    expect(more.map(({ message }) => message).join()).toContain('"%Username%"');
    expect(codes(action({ kind: 'attribute', attribute: 'extensionAttribute7', value: '%seed%' }))).toEqual([
      'unknown-macro /postActions/0/value',
    ]);
  });

  it('is done after something, says something, and has an id and a name', () => {
    expect(codes(action({ kind: 'event', after: [], text: ' ', name: '', id: 'A b' }))).toEqual([
      'out-of-range /postActions/0/id',
      'out-of-range /postActions/0/name',
      'asks-for-nothing /postActions/0/after',
      'out-of-range /postActions/0/text',
    ]);
    expect(codes(action({ kind: 'event' }), action({ kind: 'event' }))).toEqual([
      'duplicate-id /postActions/1/id',
    ]);
  });
});

describe('registering', () => {
  it('is frozen after a reset for thirty days at the most', () => {
    const frozen = (hours: number) => found({ registering: { frozenHoursAfterReset: hours } });
    expect([0, 72, 720].flatMap(frozen)).toEqual([]);
    for (const bad of [-1, 721, 0.5])
      expect(frozen(bad)).toEqual(['out-of-range /registering/frozenHoursAfterReset']);
  });
});
