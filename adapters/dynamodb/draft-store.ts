import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DraftStore } from '../../domain/ports/draft-store.ts';
import { documentOf, readDocument } from '../central-store/documents.ts';
import { storedDraft } from '../central-store/stored-draft.ts';
import { keys } from './keys.ts';
import { dynamoRequests, held } from './requests.ts';
import type { Tables } from './tables.ts';

/** The draft store on DynamoDB: table `configuration`, one row per author. */
export function dynamoDraftStore(client: DynamoDBClient, tables: Pick<Tables, 'configuration'>): DraftStore {
  const requests = dynamoRequests(client);
  const TableName = tables.configuration;
  return {
    async find(author) {
      const row = await requests.read(TableName, keys.draft(author));
      return row && readDocument(storedDraft, row['draft'], 'draft');
    },
    async save(draft, seenRevision) {
      const { author, revision } = draft;
      const Item = { ...keys.draft(author), revision, draft: documentOf(draft, 'the draft') };
      const condition = seenRevision === 0 ? NONE : at(seenRevision);
      return held(await requests.put({ TableName, Item, ...condition }), 'keep a draft');
    },
    async drop(author, seenRevision) {
      const Key = keys.draft(author);
      return held(await requests.remove({ TableName, Key, ...at(seenRevision) }), 'drop a draft');
    },
  };
}

const NONE = { ConditionExpression: 'attribute_not_exists(pk)' };
const at = (revision: number) => ({
  ConditionExpression: 'revision = :seen',
  ExpressionAttributeValues: { ':seen': revision },
});
