import { join } from 'node:path';
import { configurationFrom } from '../lambdas/environment.ts';
import { configurationAtHand } from '../lambdas/http/configuration-at-hand.ts';
import { awsVariables } from './aws-place.ts';
import { type Bundles, type EnvironmentOf, startBundles } from './bundles.ts';
import { CannotStart } from './cannot-start.ts';
import { type CountingMeter, countingMeter } from './counting-meter.ts';
import { countEmbedded } from './embedded-metrics.ts';
import { type Functions, functionsHere } from './functions.ts';
import type { Ground } from './ground.ts';
import { rotationHere } from './rotation-here.ts';
import type { TidyUp } from './tidy-up.ts';

export interface StartedFunctions {
  readonly functions: Functions;
  /** Undefined when the functions are in this process. */
  readonly bundles: Bundles | undefined;
  readonly meter: CountingMeter;
}

/** Starts the functions: in this process, or as they are deployed, each in one of its own. Throws CannotStart. */
export async function startFunctions(
  ground: Ground,
  bundled: boolean | EnvironmentOf,
  tidy: TidyUp,
): Promise<StartedFunctions> {
  const meter = countingMeter();
  if (!bundled) {
    const { ports, site, journal, variables, keeperOfSecrets, rotations } = ground;
    const deployed = configurationFrom({ read: (name) => variables[name] });
    const configuration = configurationAtHand(ports.configuration, deployed);
    const edge = { site, meter, journal, configuration };
    rotations.by(rotationHere(variables, keeperOfSecrets, edge));
    tidy.later({ stop: () => rotations.settled() });
    return { functions: functionsHere(ports, edge), bundles: undefined, meter };
  }
  const bundles = tidy.later(await bundlesOn(ground, meter, bundled));
  ground.rotations.by((event) => bundles.invoke('rotation', event));
  tidy.later({ stop: () => ground.rotations.settled() });
  return { functions: bundles, bundles, meter };
}

function bundlesOn(ground: Ground, meter: CountingMeter, as: true | EnvironmentOf): Promise<Bundles> {
  const { folder, domains, store, standIns, keeperOfSecrets, variables, take } = ground;
  if (store.kind !== 'dynamodb')
    throw new CannotStart('The built bundles know DynamoDB alone: add --store dynamodb.');
  return startBundles({
    folder: join(folder, 'bundles'),
    variables,
    ...(as !== true && { environmentOf: as }),
    domains,
    aws: {
      ...awsVariables(standIns, store.place),
      AWS_ENDPOINT_URL_SECRETS_MANAGER: keeperOfSecrets.endpoint,
    },
    take(line, level) {
      countEmbedded(line, meter);
      take(line, level);
    },
  });
}
