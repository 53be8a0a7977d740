import { readFile } from 'node:fs/promises';
import { CommandEnds, EXIT } from './exit-codes.ts';

/** What the stacks of a deployment say of themselves, by stack; `{ Stack: { PortalUrl } }`. */
export type DeployedOutputs = Readonly<Record<string, unknown>>;

/** Reads the file that `cdk deploy --outputs-file` wrote. Ends the command where there is none, or it is no JSON. */
export async function deployedOutputs(file: string): Promise<DeployedOutputs> {
  try {
    return Object(JSON.parse(await readFile(file, 'utf8'))) as DeployedOutputs;
  } catch (cause) {
    throw new CommandEnds(
      EXIT.usage,
      `${file} could not be read as the outputs of a deployment: ${(cause as Error).message}`,
    );
  }
}

/** The output of that name, whichever stack says it; undefined when none does. */
export const outputIn = (stacks: DeployedOutputs, name: string): string | undefined =>
  Object.values(stacks)
    .map((stack) => (Object(stack) as Readonly<Record<string, unknown>>)[name])
    .find((value) => typeof value === 'string');
