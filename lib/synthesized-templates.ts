import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { cdkContext } from './cdk-context.ts';
import { emptyBundles } from './empty-bundles.ts';
import { latchkeyStacks } from './latchkey-stacks.ts';
import type { Settings } from './settings.ts';

/** A CloudFormation template, as far as it is read here. */
export interface SynthesizedTemplate {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

/** The templates of an environment, as `cdk synth` makes them but for the code of the functions; for looking at, never for deploying. */
export function synthesizedTemplates(settings: Settings): readonly SynthesizedTemplate[] {
  const app = new App({
    context: cdkContext(),
    outdir: mkdtempSync(path.join(tmpdir(), 'latchkey-synthesized-')),
  });
  latchkeyStacks(app, settings, emptyBundles());
  return app.synth().stacks.map(({ template }) => template as SynthesizedTemplate);
}
