import type { DatabaseSync } from 'node:sqlite';
import {
  type Configuration,
  configurationOf,
  type ConfigurationVersion,
} from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { deployedParts } from '../central-store/deployed-parts.ts';
import { documentOf, readDocument } from '../central-store/documents.ts';
import { exactVersion } from '../central-store/exact-version.ts';
import { storedVersion } from '../central-store/stored-version.ts';
import { insertEvent } from './trail.ts';
import { reading, transaction } from './transaction.ts';

/**
 * The configuration store on SQLite. `deployed` is version 0, in force until one is published; what of it is the
 * deployment's own holds for every version.
 */
export function sqliteConfigurationStore(db: DatabaseSync, deployed: Configuration): ConfigurationStore {
  const { own, deployment } = deployedParts(deployed);
  return {
    current: () =>
      reading('read the configuration', () => {
        const [inForce = own] = newest(db, 1);
        return configurationOf(inForce, deployment);
      }),
    version: (number) =>
      reading('read the configuration', () => {
        if (number === own.version) return own;
        const row = db.prepare('SELECT document FROM configurations WHERE version = ?').get(number);
        return row && versionOf(row);
      }),
    versions: (limit, before = Number.MAX_SAFE_INTEGER) =>
      reading('list configurations', () => {
        const found = newest(db, limit, before);
        return before > own.version && found.length < limit ? [...found, own] : found;
      }),
    publish: (next, event) => transaction(db, 'publish a configuration', () => publish(db, next, event)),
  };
}

const newest = (db: DatabaseSync, limit: number, before = Number.MAX_SAFE_INTEGER) =>
  db
    .prepare('SELECT document FROM configurations WHERE version < ? ORDER BY version DESC LIMIT ?')
    .all(before, Math.max(limit, 0))
    .map(versionOf);

function publish(db: DatabaseSync, next: ConfigurationVersion, event: TrailEvent): boolean {
  const inForce = db.prepare('SELECT MAX(version) AS version FROM configurations').get()?.['version'];
  if (Number(inForce ?? 0) !== next.version - 1) return false;
  const document = documentOf(exactVersion(next), 'the configuration');
  db.prepare('INSERT INTO configurations VALUES (?, ?)').run(next.version, document);
  insertEvent(db, event);
  return true;
}

const versionOf = (row: Record<string, unknown>): ConfigurationVersion =>
  readDocument(storedVersion, row['document'], 'configuration');
