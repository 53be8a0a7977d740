import { PLACE } from './aws/operation.ts';

/** Where something that speaks as AWS does is listening, and as whom to ask it. */
export interface AwsPlace {
  readonly endpoint: string;
  /** Letters and digits; DynamoDB Local keeps a database for each. */
  readonly accessKeyId: string;
}

/** Of no use anywhere: nothing here checks a signature. */
const SECRET_ACCESS_KEY = 'local';

/**
 * Settings for an SDK client of this process. Said outright rather than by AWS_ENDPOINT_URL, so that several servers can
 * run in one process, and no profile of the developer's is ever looked at, let alone a real account.
 */
export const clientsOf = ({ endpoint, accessKeyId }: AwsPlace) => ({
  endpoint,
  region: PLACE.region,
  credentials: { accessKeyId, secretAccessKey: SECRET_ACCESS_KEY },
});

/** The same for a process of its own, whose clients are built plainly (`new XClient({})`), as environment variables. */
export const awsVariables = (standIns: AwsPlace, dynamodb: AwsPlace): Readonly<Record<string, string>> => ({
  AWS_REGION: PLACE.region,
  AWS_ACCESS_KEY_ID: dynamodb.accessKeyId,
  AWS_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY,
  AWS_ENDPOINT_URL: standIns.endpoint,
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
  AWS_EC2_METADATA_DISABLED: 'true',
});
