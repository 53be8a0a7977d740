import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoChainHeads } from '../../adapters/dynamodb/chain-heads.ts';
import { dynamoTrail } from '../../adapters/dynamodb/trail.ts';
import { kmsTrailSigner } from '../../adapters/kms/trail-signer.ts';
import { s3TrailArchive } from '../../adapters/s3/trail-archive.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemDigest as digest } from '../../adapters/system/digest.ts';
import { environmentOf, tablesFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { sealRun } from './run.ts';

// Powers: read the trail, move the heads of its chains, add files to the archive and read them, sign. No event is written, none changed.
export const POWERS = {
  archive: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
  'archive key': ['kms:Decrypt', 'kms:GenerateDataKey'],
  trail: ['dynamodb:GetItem chain', 'dynamodb:PutItem chain', 'dynamodb:Query'],
  'trail signing key': ['kms:GetPublicKey', 'kms:Sign'],
} as const;

const { journal, meter, layers } = observability('trail-sealer');
const environment = environmentOf('trail-sealer');
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});

const ports = {
  trail: dynamoTrail(store, tables),
  heads: dynamoChainHeads(store, tables),
  archive: s3TrailArchive({}, environment.read('LATCHKEY_TRAIL_BUCKET')),
  signer: kmsTrailSigner(new KMSClient({}), environment.read('LATCHKEY_TRAIL_KEY')),
  digest,
  clock,
};

/** Woken every five minutes; a run that is cut short is gone on with by the next one. */
export const handler = middy().use(layers).handler(sealRun(ports, { meter, journal }));
