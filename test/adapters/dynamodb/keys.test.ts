import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keys, shardOf } from '../../../adapters/dynamodb/keys.ts';
import { TABLE_DEFINITIONS } from '../../../adapters/dynamodb/tables.ts';

const page = readFileSync(new URL('../../../docs/central-store.md', import.meta.url), 'utf8');

/** Every key pattern, written with what it is made of in braces, as the page does. */
const patterns: Record<keyof typeof keys, string> = {
  flow: keys.flow('{key}').pk,
  session: keys.session('{key}').pk,
  adminSession: keys.adminSession('{key}').pk,
  errand: keys.errand('{id}').pk,
  tries: keys.tries({ domain: '{domain}', guid: '{guid}' }).pk,
  signIns: keys.signIns({ domain: '{domain}', guid: '{guid}' }).pk,
  signInsFrom: keys.signInsFrom('{source}', Number.NaN).pk,
  startsFrom: keys.startsFrom('{source}', Number.NaN).pk,
  starts: keys.starts(Number.NaN, Number.NaN).pk.replace('NaN', '{shard}'),
  told: keys.told({ domain: '{domain}', guid: '{guid}' }, Number.NaN).pk,
  notified: keys.notified({ domain: '{domain}', guid: '{guid}' }, Number.NaN).pk,
  texts: keys.texts(Number.NaN).pk.replace('NaN', '{day}'),
  repudiation: keys.repudiation('{key}').pk,
  postAction: keys.postAction('{id}').pk,
  examination: keys.examination().pk,
  preFlight: keys.preFlight('newest').pk.replace('newest', '{which}'),
  preFlightPage: keys.preFlightPage('{run}', Number.NaN).pk.replace('NaN', '{number}'),
  enrollment: keys.enrollment({ domain: '{domain}', guid: '{guid}' }).pk,
  configuration: keys.configuration(1).pk,
  draft: keys.draft({ domain: '{domain}', guid: '{guid}' }).pk,
  chainHead: keys.chainHead(Number.NaN).pk.replace('NaN', '{chain}'),
  event: keys.event('{day}', Number.NaN, '{time}', '{id}').pk.replace('NaN', '{shard}'),
};

describe('the central store’s keys', () => {
  it.each(Object.entries(patterns))('documents the key of %s', (_, pattern) => {
    expect(page).toContain(`\`${pattern.replace('NaN', '{window}')}\``);
  });

  it('documents every table and index', () => {
    for (const [name, { indexes }] of Object.entries(TABLE_DEFINITIONS))
      for (const word of [name, ...indexes.map((index) => index.name)]) expect(page).toContain(`\`${word}\``);
  });

  it('spreads flows evenly over the shards of the starts counter', () => {
    const shards = Array.from({ length: 8 }, () => 0);
    for (let n = 0; n < 4000; n += 1) {
      const shard = shardOf(createHash('sha256').update(String(n)).digest('base64url'), 8);
      shards[shard] = (shards[shard] ?? 0) + 1;
    }
    // 500 each; five standard deviations are 105.
    expect(Math.min(...shards)).toBeGreaterThan(395);
    expect(Math.max(...shards)).toBeLessThan(605);
  });
});
