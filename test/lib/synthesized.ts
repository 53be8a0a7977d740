import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import example from '../../config/example.ts';
import { cdkContext } from '../../lib/cdk-context.ts';
import { emptyBundles } from '../../lib/empty-bundles.ts';
import { latchkeyStacks } from '../../lib/latchkey-stacks.ts';
import type { Settings } from '../../lib/settings.ts';

/** The stacks in the order of their references: each refers to those before it only. */
export const PARTS = ['network', 'state', 'portal', 'administration', 'background', 'watch'] as const;
export type Part = (typeof PARTS)[number];
/** The three that hold functions. */
const SERVICE: readonly Part[] = ['portal', 'administration', 'background'];
/** One stack, or all that hold functions. */
export type Place = Part | 'service';
export interface Resource {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

type Synthesized = ReturnType<typeof synthesize>;
const kept = new WeakMap<Settings, Synthesized>();

/**
 * One environment, synthesized as `cdk synth` would, but with a stub for each bundle; AWS's rules are checked on the way. It takes seconds,
 * so the same settings are synthesized once: whoever is given it may read it, and change nothing.
 */
export function synthesized(settings: Settings = example): Synthesized {
  const found = kept.get(settings) ?? synthesize(settings);
  kept.set(settings, found);
  return found;
}

function synthesize(settings: Settings) {
  const app = new App({ context: cdkContext() });
  const stacks = latchkeyStacks(app, settings, emptyBundles());
  const templates = Object.fromEntries(
    PARTS.map((part) => [part, Template.fromStack(stacks[part])]),
  ) as Record<Part, Template>;
  const all = (place: Place, type: string): Resource[] =>
    (place === 'service' ? SERVICE : [place]).flatMap((part) =>
      Object.entries(templates[part].findResources(type)).map(
        ([id, resource]) => ({ id, Properties: {}, ...resource }) as Resource,
      ),
    );
  const one = (part: Place, type: string, id = ''): Resource => {
    const [found, ...more] = all(part, type).filter((resource) => resource.id.startsWith(id));
    if (!found || more.length > 0)
      throw new Error(`expected one ${type} ${id} in ${part}, not ${more.length + (found ? 1 : 0)}`);
    return found;
  };
  return { app, stacks, templates, all, one, text: reader(templates) };
}

/** Writes a CloudFormation value as text: `<StoreFlows.Arn>` for a table's ARN, in whichever stack it is. */
function reader(templates: Readonly<Record<Part, Template>>) {
  const exported = new Map<string, unknown>();
  for (const part of PARTS)
    for (const { Export, Value } of Object.values(templates[part].findOutputs('*')) as Output[])
      if (Export) exported.set(Export.Name, Value);
  const text = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    const [[kind, inner] = ['', undefined]] = Object.entries(value) as [string, unknown][];
    if (kind === 'Ref') return `<${unhashed(String(inner))}>`;
    if (kind === 'Fn::GetAtt') return `<${(inner as string[]).map(unhashed).join('.')}>`;
    if (kind === 'Fn::Join') return (inner as [string, unknown[]])[1].map(text).join('');
    if (kind === 'Fn::ImportValue') return text(exported.get(String(inner)));
    return JSON.stringify(value);
  };
  return text;
}

interface Output {
  readonly Export?: { readonly Name: string };
  readonly Value: unknown;
}

const unhashed = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
