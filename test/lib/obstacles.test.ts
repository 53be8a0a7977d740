import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { idleExports, obstacles } from './obstacles.ts';
import { type Part, PARTS } from './synthesized.ts';

type Written = Readonly<Record<string, object>>;

/** Stacks of which only these hold anything. */
const stacksOf = (written: Partial<Record<Part, Written>>) =>
  Object.fromEntries(PARTS.map((part) => [part, template(written[part])])) as Record<Part, Template>;
const template = (written: Written = {}): Template =>
  // Left to what is tested here.
  Template.fromJSON({ ...written }, { skipCyclicalDependenciesCheck: true });
const table = { Type: 'AWS::DynamoDB::Table', Properties: {} };
const reading = (value: unknown, more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Environment: { Variables: { TABLE: value } } },
  ...more,
});
const exporting = (Name: string) => ({
  Resources: { Table: table },
  Outputs: { Table: { Value: { Ref: 'Table' }, Export: { Name } } },
});

test('what refers to earlier stacks, and to what is there, can be created', () => {
  const stacks = stacksOf({
    state: exporting('State:Table'),
    portal: {
      Resources: {
        Reader: reading({ 'Fn::ImportValue': 'State:Table' }, { DependsOn: ['Role'] }),
        Role: { Type: 'AWS::IAM::Role', Properties: { Path: { 'Fn::Sub': '${AWS::Region}' } } },
      },
    },
  });
  expect([obstacles(stacks), idleExports(stacks)]).toEqual([[], []]);
});

test.each<[string, Partial<Record<Part, Written>>, RegExp]>([
  [
    'a name that is not there',
    { portal: { Resources: { Reader: reading({ Ref: 'Gone' }) } } },
    /Reader name Gone/,
  ],
  [
    'one in an attribute',
    { portal: { Resources: { Reader: reading({ 'Fn::GetAtt': ['Gone', 'Arn'] }) } } },
    /Reader name Gone/,
  ],
  [
    'one in a text',
    { portal: { Resources: { Reader: reading({ 'Fn::Sub': 'a${Gone.Arn}' }) } } },
    /Reader name Gone/,
  ],
  [
    'a circle',
    { portal: { Resources: { One: reading({ Ref: 'Two' }), Two: reading('', { DependsOn: 'One' }) } } },
    /goes in a circle through One, Two/,
  ],
  [
    'an import from a later stack',
    { state: { Resources: { Reader: reading({ 'Fn::ImportValue': 'T' }) } }, portal: exporting('T') },
    /state imports "T", which no stack before it exports/,
  ],
  ['an export made twice', { state: exporting('T'), portal: exporting('T') }, /portal exports "T"/],
])('%s is found', (_what, written, sentence) => {
  expect(obstacles(stacksOf(written)).join()).toMatch(sentence);
});

test('an export that nobody imports is found', () => {
  expect(idleExports(stacksOf({ state: exporting('T') }))).toEqual(['T']);
});
