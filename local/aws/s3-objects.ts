import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AwsFault } from './aws-fault.ts';

/** The objects of the stand-in S3. Nothing locks them here. */
export interface S3Objects {
  /** False when there is one already. */
  add(bucket: string, key: string, body: string): boolean;
  find(bucket: string, key: string): string | undefined;
}

/** Objects kept as files, `<folder>/s3/<bucket>/<key>`, as `aws s3 sync` would copy them; without a folder in memory. */
export function standInObjects(folder: string | undefined): S3Objects {
  if (folder === undefined) return inMemory();
  const fileOf = (bucket: string, key: string): string => {
    const [root, file] = [path.join(folder, 's3', bucket), path.join(folder, 's3', bucket, key)];
    if (!file.startsWith(root + path.sep))
      throw new AwsFault('InvalidURI', 'The key leads out of its bucket');
    return file;
  };
  return {
    add(bucket, key, body) {
      const file = fileOf(bucket, key);
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      if (existsSync(file)) return false;
      writeFileSync(file, body, { mode: 0o600, flag: 'wx', flush: true });
      return true;
    },
    find(bucket, key) {
      const file = fileOf(bucket, key);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
}

function inMemory(): S3Objects {
  const objects = new Map<string, string>();
  const nameOf = (bucket: string, key: string): string => `${bucket}/${key}`;
  return {
    add(bucket, key, body) {
      if (objects.has(nameOf(bucket, key))) return false;
      objects.set(nameOf(bucket, key), body);
      return true;
    },
    find: (bucket, key) => objects.get(nameOf(bucket, key)),
  };
}
