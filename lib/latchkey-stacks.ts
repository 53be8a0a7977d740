import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Bundles } from './bundles.ts';
import type { Settings } from './settings.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { StateStack } from './stacks/state-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';
import { version } from './version.ts';

/** One environment: four stacks by lifetime, checked against AWS's rules (AwsSolutions) at every synth. */
export function latchkeyStacks(app: App, settings: Settings, bundles: Bundles) {
  const called = (part: string) => `Latchkey-${settings.name}-${part}`;
  const { account, region } = settings;
  const props = {
    env: { ...(account !== undefined && { account }), ...(region !== undefined && { region }) },
    tags: { app: 'latchkey', env: settings.name, version: version(), 'data-classification': 'confidential' },
  };
  const network = new NetworkStack(app, called('Network'), settings, props);
  const state = new StateStack(app, called('State'), settings, props);
  const service = new ServiceStack(app, called('Service'), { ...props, settings, bundles, network, state });
  const watch = new WatchStack(app, called('Watch'), { ...props, settings, service, keys: state.keys });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { network, state, service, watch };
}
