import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { cdkContext } from '../../lib/cdk-context.ts';
import { answerNist } from '../../lib/nist-answers.ts';
import type { Settings } from '../../lib/settings.ts';
import { NetworkStack } from '../../lib/stacks/network-stack.ts';

export interface NetworkResource {
  readonly id: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** One way through a security group: `DirectoryLink → 10.20.0.11/32 tcp 636`. */
interface Rule {
  readonly GroupId?: unknown;
  readonly CidrIp?: string;
  readonly DestinationSecurityGroupId?: unknown;
  readonly SourceSecurityGroupId?: unknown;
  readonly DestinationPrefixListId?: string;
  readonly IpProtocol: string;
  readonly FromPort?: number;
  readonly ToPort?: number;
}

/** The network of an environment by itself, in a second; AWS's rules are checked on the way. */
export function networkOf(settings: Settings) {
  const app = new App({ context: cdkContext() });
  const stack = new NetworkStack(app, 'Network', settings, {});
  answerNist(app);
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new NIST80053R5Checks(app, { verbose: true }),
  );
  const template = Template.fromStack(stack);
  const all = (type: string): NetworkResource[] =>
    Object.entries(template.findResources(type)).map(([id, { Properties }]) => ({
      id: unhashed(id),
      Properties: (Properties ?? {}) as Record<string, unknown>,
    }));
  const rules = (way: 'Egress' | 'Ingress'): string[] => {
    const [inline, apart] = [`SecurityGroup${way}`, `AWS::EC2::SecurityGroup${way}`];
    return [
      ...all('AWS::EC2::SecurityGroup').flatMap(({ id, Properties }) =>
        ((Properties[inline] ?? []) as Rule[]).map((rule) => written(id, rule)),
      ),
      ...all(apart).map(({ Properties }) => {
        const rule = Properties as unknown as Rule;
        return written(text(rule.GroupId), rule);
      }),
    ].filter((line) => !line.includes('255.255.255.255/32'));
  };
  return { stack, template, all, egress: () => rules('Egress'), ingress: () => rules('Ingress') };
}

const written = (group: string, rule: Rule): string => {
  const other =
    rule.CidrIp ??
    rule.DestinationPrefixListId ??
    text(rule.DestinationSecurityGroupId ?? rule.SourceSecurityGroupId);
  const ports = rule.FromPort === rule.ToPort ? String(rule.FromPort) : `${rule.FromPort}-${rule.ToPort}`;
  return `${of(group)} ${other} ${rule.IpProtocol} ${ports}`;
};

/** A reference as the name of what it refers to. */
export const text = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, inner] = ['', undefined]] = Object.entries(value) as [string, unknown][];
  if (kind === 'Ref') return unhashed(String(inner));
  if (kind === 'Fn::GetAtt') return of(unhashed(String((inner as string[])[0])));
  if (kind === 'Fn::Join') return (inner as [string, unknown[]])[1].map(text).join('');
  return JSON.stringify(value);
};

const of = (group: string): string => group.replace(/SecurityGroup$/, '');
const unhashed = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
