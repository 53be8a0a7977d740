import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deployArguments } from '../../lib/deploy-arguments.ts';

test('an environment is deployed whole, asks where permissions widen, and leaves its outputs where latchkey --env looks', () => {
  expect(deployArguments(['production', '--exclusively']).join(' ')).toBe(
    'deploy --all -c env=production --require-approval broadening --outputs-file outputs.production.json --exclusively',
  );
});

test.each([[[]], [['-c', 'env=production']], [['../x']]])('%j names no environment', (words) => {
  expect(() => deployArguments(words)).toThrow('npm run deploy -- ENV');
});

test('what a deployment leaves behind is in no commit', () => {
  expect(readFileSync('.gitignore', 'utf8')).toContain('outputs*.json');
});
