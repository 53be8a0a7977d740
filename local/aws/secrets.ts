import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsFault } from './aws-fault.ts';
import { attachStage, Secret, type SecretVersion } from './secret-versions.ts';
import { PLACE } from './operation.ts';
import { storedDocument } from './stored-document.ts';

/** The secrets of the stand-in Secrets Manager. */
export interface Secrets {
  /** The secret of a name or ARN. Fault: ResourceNotFoundException. */
  find(secretId: string): Secret;
  /** A new secret without versions. Fault: ResourceExistsException. */
  create(name: string): Secret;
  /** Adds a version, or gives an empty one its value, with the labels. The same again is no fault; another value under the same id is. */
  put(secret: Secret, id: string, value: string, stages: readonly string[]): SecretVersion;
  /** Makes the secret with this JSON value unless there is one; says its ARN. */
  ensure(name: string, value: unknown): string;
  /** What RotateSecret does before it calls the rotation function: an empty version with the label AWSPENDING. Gives its id, the token. */
  beginRotation(secretId: string, token?: string): string;
  save(): void;
}

/** Secrets kept in `<folder>/secrets.json`. */
export function standInSecrets(folder: string | undefined): Secrets {
  const { content, save } = storedDocument(folder, 'secrets', (json) => z.array(Secret).parse(json), []);

  function known(secretId: string): Secret | undefined {
    return content.find(({ name, arn }) => name === secretId || arn === secretId);
  }

  function find(secretId: string): Secret {
    const secret = known(secretId);
    if (secret !== undefined) return secret;
    throw new AwsFault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }

  function create(name: string): Secret {
    if (known(name) !== undefined) {
      throw new AwsFault('ResourceExistsException', `The secret ${name} already exists.`);
    }
    const secret: Secret = {
      name,
      arn: newArn(name),
      createdAt: seconds(),
      changedAt: seconds(),
      versions: [],
    };
    content.push(secret);
    return secret;
  }

  function ensure(name: string, value: unknown): string {
    const secret = known(name) ?? create(name);
    if (secret.versions.length === 0) put(secret, randomUUID(), JSON.stringify(value), ['AWSCURRENT']);
    save();
    return secret.arn;
  }

  function beginRotation(secretId: string, token: string = randomUUID()): string {
    const secret = find(secretId);
    const version: SecretVersion = { id: token, createdAt: seconds(), stages: [] };
    secret.versions.push(version);
    attachStage(secret, 'AWSPENDING', version);
    save();
    return version.id;
  }

  return { find, create, put, ensure, beginRotation, save };
}

function put(secret: Secret, id: string, value: string, stages: readonly string[]): SecretVersion {
  const version = secret.versions.find((candidate) => candidate.id === id) ?? added(secret, id);
  if (version.value !== undefined && version.value !== value) {
    throw new AwsFault('ResourceExistsException', `The version ${id} already has another value.`);
  }
  if (version.value === undefined) {
    version.value = value;
    secret.changedAt = seconds();
    // The first version is the current one, whatever was asked; afterwards AWSCURRENT moves only by name.
    const labels = secret.versions.length === 1 ? new Set([...stages, 'AWSCURRENT']) : stages;
    for (const stage of labels) attachStage(secret, stage, version);
  }
  return version;
}

function added(secret: Secret, id: string): SecretVersion {
  const version: SecretVersion = { id, createdAt: seconds(), stages: [] };
  secret.versions.push(version);
  return version;
}

function newArn(name: string): string {
  const tail = randomBytes(3).toString('hex');
  return `arn:aws:secretsmanager:${PLACE.region}:${PLACE.account}:secret:${name}-${tail}`;
}

function seconds(): number {
  return Date.now() / 1000;
}
