import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentMistakes } from '../../../domain/administration/document-mistakes.ts';
import { SECTIONS } from '../../../domain/administration/change.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { readDocument } from '../../../lambdas/admin/read-document.ts';
import { aDocument } from '../../support/any-document.ts';
import { known } from '../../domain/administration/mistakes/found.ts';

const page = readFileSync(
  path.join(import.meta.dirname, '..', '..', '..', 'docs', 'configuration-format.md'),
  'utf8',
);
const example: unknown = JSON.parse(
  (/```jsonc\n(.*?)```/s.exec(page)?.[1] ?? '').replaceAll(
    /^((?:[^"\n]|"(?:\\.|[^"\\])*")*?)\/\/.*$/gm,
    '$1',
  ),
);
const outside = {
  identityProvider: 'https://id.example.com',
  externalResponses: 'check.example.com',
  webhooks: ['tickets'],
  events: true,
  writableAttributes: ['extensionAttribute7'],
};

describe('the page on the format of the configuration', () => {
  it('shows every part and every method, in a form that is read', () => {
    expect(Object.keys(example as object)).toEqual(expect.arrayContaining([...SECTIONS]));
    const { methods } = example as { readonly methods: object };
    expect(Object.keys(methods)).toEqual([...METHODS]);
    expect(readDocument(example, aDocument()).mistakes).toEqual([]);
  });

  it('shows settings that may be published', () => {
    const { document } = readDocument(example, aDocument());
    const parts = /^\/(methods|textMessages|searchForm|postActions|registering|userConfigurations)\b/;
    const told = documentMistakes(document ?? expect.fail(), { ...known, outside });
    expect(told.filter(({ path: at }) => parts.test(at))).toEqual([]);
  });
});

describe('a document of an earlier version', () => {
  it('is read and written again byte for byte', () => {
    const written = JSON.stringify(aDocument());
    expect(JSON.stringify(readDocument(JSON.parse(written), aDocument()).document)).toBe(written);
  });
});
