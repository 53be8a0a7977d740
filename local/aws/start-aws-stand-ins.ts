import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { AwsFault } from './aws-fault.ts';
import { plannedFaults, type Faults } from './faults.ts';
import { standInKeys, type KmsKeys } from './kms-keys.ts';
import { standInKms } from './kms.ts';
import { memoryMailbox, type Mailbox } from './mailbox.ts';
import {
  answered,
  refused,
  understood,
  type AwsCall,
  type ServiceName,
  type WireAnswer,
} from './protocol.ts';
import { standInRotations, type Rotations } from './rotations.ts';
import { standInObjects } from './s3-objects.ts';
import { standInS3 } from './s3.ts';
import { standInSecretsManager } from './secrets-manager.ts';
import { standInSecrets, type Secrets } from './secrets.ts';
import type { Service } from './operation.ts';
import { standInSes } from './ses.ts';
import { standInSns } from './sns.ts';

/** Where the stand-ins listen (`port` 0: any free one), and where keys, secrets and objects are kept (no folder: in memory). */
export interface StandInSettings {
  readonly port?: number;
  readonly folder?: string;
}

/** Running stand-ins, and what only their owner may do with them. */
export interface AwsStandIns {
  /** For AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly keys: Pick<KmsKeys, 'ensure'>;
  readonly secrets: Pick<Secrets, 'ensure' | 'beginRotation'>;
  /** Rotations of secrets; none is possible before it is said by which function. */
  readonly rotations: Pick<Rotations, 'by' | 'settled'>;
  readonly mailbox: Mailbox;
  readonly fail: Faults['fail'];
  stop(): Promise<void>;
}

type Services = Readonly<Record<ServiceName, Service>>;

/**
 * Starts one server on 127.0.0.1 that speaks as much of KMS, S3, Secrets Manager, SES v2 and SNS as Latchkey uses, to unchanged SDK
 * clients. It checks no signature and no permission. What it does not know it answers 501, with the operation's name.
 */
export async function startAwsStandIns(settings: StandInSettings = {}): Promise<AwsStandIns> {
  const keys = standInKeys(settings.folder);
  const secrets = standInSecrets(settings.folder);
  const rotations = standInRotations();
  const mailbox = memoryMailbox();
  const faults = plannedFaults();
  const services: Services = {
    kms: standInKms(keys),
    s3: standInS3(standInObjects(settings.folder)),
    secretsmanager: standInSecretsManager(secrets, rotations),
    ses: standInSes(mailbox),
    sns: standInSns(mailbox),
  };
  const { url, stop } = await listening(settings.port ?? 0, (request, body) =>
    served(services, faults, request, body),
  );
  return { url, keys, secrets, rotations, mailbox, fail: faults.fail, stop };
}

function served(services: Services, faults: Faults, request: IncomingMessage, body: string): WireAnswer {
  let call: AwsCall | undefined;
  try {
    refuseUnsigned(request);
    call = understood(request.method ?? '', request.url ?? '', request.headers, body);
    return answered(call, performed(services, faults, call));
  } catch (error) {
    const fault = error instanceof AwsFault ? error : new AwsFault('InternalFailure', String(error), 500);
    return refused(call?.wire ?? 'json', fault);
  }
}

function performed(services: Services, faults: Faults, { service, operation, input }: AwsCall) {
  const perform =
    service === undefined
      ? undefined
      : Object.entries(services[service]).find(([name]) => name === operation)?.[1];
  if (perform === undefined) {
    throw new AwsFault('NotImplemented', `${operation} is not emulated here`, 501);
  }
  faults.check(operation);
  return perform(input);
}

/** SDKs always sign; a web page open in the same browser cannot send this header here without being asked first. */
function refuseUnsigned({ headers }: IncomingMessage): void {
  if (headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') === true) return;
  throw new AwsFault('MissingAuthenticationToken', 'The request is not signed', 403);
}

async function listening(port: number, serve: (request: IncomingMessage, body: string) => WireAnswer) {
  const server = createServer((request, response) => {
    text(request).then(
      (body) => {
        const { status, headers, body: answer } = serve(request, body);
        response.writeHead(status, headers).end(answer);
      },
      () => request.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return { url: `http://127.0.0.1:${String(bound)}`, stop };
}
