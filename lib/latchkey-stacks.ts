import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import type { Bundles } from './bundles.ts';
import type { Settings } from './settings.ts';
import type { House } from './constructs/recovery-functions.ts';
import { answerNist } from './nist-answers.ts';
import { AdministrationStack } from './stacks/administration-stack.ts';
import { BackgroundStack } from './stacks/background-stack.ts';
import { NetworkStack } from './stacks/network-stack.ts';
import { PortalStack } from './stacks/portal-stack.ts';
import { StateStack } from './stacks/state-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';
import { version } from './version.ts';
import { watchedIn } from './watch/watched-in.ts';

/** One environment: six stacks, each referring to those before it only, checked against two packs of rules (AwsSolutions, NIST 800-53) at every synth. */
export function latchkeyStacks(app: App, settings: Settings, bundles: Bundles) {
  const called = (part: string) => `Latchkey-${settings.name}-${part}`;
  const { account, region } = settings;
  const props = {
    env: { ...(account !== undefined && { account }), ...(region !== undefined && { region }) },
    tags: { app: 'latchkey', env: settings.name, version: version(), 'data-classification': 'confidential' },
  };
  const network = new NetworkStack(app, called('Network'), settings, props);
  const state = new StateStack(app, called('State'), settings, props);
  const house: House = { settings, bundles, network, state };
  const portal = new PortalStack(app, called('Portal'), house, props);
  const administration = new AdministrationStack(app, called('Administration'), house, props);
  // The role that writes an account's API logs is made with the portal.
  administration.addStackDependency(portal);
  const background = new BackgroundStack(app, called('Background'), house, portal.api.site, props);
  const watched = watchedIn({ ...house, portal, administration, background });
  const watch = new WatchStack(app, called('Watch'), { ...props, settings, watched, keys: state.keys });
  answerNist(app);
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new NIST80053R5Checks(app, { verbose: true }),
  );
  return { network, state, portal, administration, background, watch };
}
