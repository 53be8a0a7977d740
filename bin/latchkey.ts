import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { makeBundles } from '../lib/bundles.ts';
import { chosenSettings } from '../lib/chosen-settings.ts';
import { latchkeyStacks } from '../lib/latchkey-stacks.ts';

const app = new App();
const settings = await chosenSettings(String(app.node.tryGetContext('env') ?? 'example'));
const folder = path.join(import.meta.dirname, '..', '.latchkey', 'bundles');
latchkeyStacks(app, settings, await makeBundles(folder, settings));
