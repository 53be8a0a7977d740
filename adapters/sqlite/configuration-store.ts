import type { DatabaseSync } from 'node:sqlite';
import type { Configuration } from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import { storedConfiguration } from '../central-store/stored-configuration.ts';
import { readDocument } from './document.ts';
import { reading } from './transaction.ts';

/** The configuration store on SQLite. `deployed` is version 0, in force until one is published. */
export function sqliteConfigurationStore(db: DatabaseSync, deployed: Configuration): ConfigurationStore {
  return {
    current: () =>
      reading('read the configuration', () => {
        const newest = db.prepare('SELECT document FROM configurations ORDER BY version DESC LIMIT 1').get();
        return newest ? configurationOf(newest) : deployed;
      }),
    version: (number) =>
      reading('read the configuration', () => {
        if (number === 0) return deployed;
        const row = db.prepare('SELECT document FROM configurations WHERE version = ?').get(number);
        return row && configurationOf(row);
      }),
    publish: (next, seenVersion) =>
      reading('publish a configuration', () => {
        const version = seenVersion + 1;
        const put = db.prepare('INSERT OR IGNORE INTO configurations VALUES (?, ?)');
        return put.run(version, JSON.stringify({ ...next, version })).changes === 1;
      }),
  };
}

const configurationOf = (row: Record<string, unknown>): Configuration =>
  readDocument(storedConfiguration, row['document'], 'configuration');
