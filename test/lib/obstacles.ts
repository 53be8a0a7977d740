import type { Template } from 'aws-cdk-lib/assertions';
import { type Part, PARTS } from './synthesized.ts';

interface Written {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Export?: { readonly Name: unknown } }>>;
}
interface Resource {
  readonly DependsOn?: string | readonly string[];
}

/**
 * What would keep CloudFormation from creating the stacks one after the other, a sentence each: something named that is not there, a
 * circle, an export made twice, an import of what no stack before it exports. Which attributes a resource has is not looked at.
 */
export function obstacles(templates: Readonly<Record<Part, Template>>): readonly string[] {
  const exported = new Set<string>();
  return PARTS.flatMap((part) => {
    const written = templates[part].toJSON() as Written;
    const found = [
      ...unknownNames(written),
      ...circles(written),
      ...importsIn(written)
        .filter((name) => typeof name !== 'string' || !exported.has(name))
        .map((name) => `imports ${JSON.stringify(name)}, which no stack before it exports`),
      ...exportsIn(written)
        .filter((name) => typeof name !== 'string' || exported.has(name))
        .map((name) => `exports ${JSON.stringify(name)}, which is no plain name or exported already`),
    ];
    for (const name of exportsIn(written)) exported.add(String(name));
    return found.map((sentence) => `${part} ${sentence}`);
  });
}

/** The exports that no stack imports. */
export function idleExports(templates: Readonly<Record<Part, Template>>): readonly unknown[] {
  const all = PARTS.map((part) => templates[part].toJSON() as Written);
  const imported = new Set(all.flatMap(importsIn));
  return all.flatMap(exportsIn).filter((name) => !imported.has(name));
}

const exportsIn = ({ Outputs = {} }: Written): readonly unknown[] =>
  Object.values(Outputs).flatMap(({ Export }) => (Export ? [Export.Name] : []));

const importsIn = (written: Written): readonly unknown[] => [
  ...new Set(intrinsics(written).flatMap(([name, value]) => (name === 'Fn::ImportValue' ? [value] : []))),
];

function unknownNames(written: Written): readonly string[] {
  const { Resources = {}, Parameters = {}, Conditions = {}, Outputs = {} } = written;
  const known = (name: string): boolean =>
    name.startsWith('AWS::') || name in Resources || name in Parameters;
  return Object.entries({ ...Resources, ...Outputs, ...Conditions }).flatMap(([id, body]) =>
    [...namedBy(body)]
      .filter((name) => !known(name))
      .map((name) => `has ${id} name ${name}, which is not there`),
  );
}

/** Takes away what needs nothing that is left, until nothing goes. */
function circles({ Resources = {} }: Written): readonly string[] {
  const left = new Map(
    Object.entries(Resources).map(([id, body]) => [
      id,
      new Set([...namedBy(body)].filter((name) => name in Resources)),
    ]),
  );
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [id, needs] of left) if ([...needs].every((name) => !left.has(name))) left.delete(id);
  }
  return left.size > 0 ? [`goes in a circle through ${[...left.keys()].join(', ')}`] : [];
}

/** The logical names that a resource or an output waits for. */
function namedBy(body: unknown): ReadonlySet<string> {
  const { DependsOn = [] } = (body ?? {}) as Resource;
  const named = intrinsics(body).flatMap(([name, value]): readonly string[] => {
    if (name === 'Ref') return [String(value)];
    if (name === 'Fn::GetAtt') return [String(Array.isArray(value) ? value[0] : String(value).split('.')[0])];
    if (name !== 'Fn::Sub') return [];
    const text = String(Array.isArray(value) ? value[0] : value);
    return [...text.matchAll(/\$\{([^!.}]+)[.}]/g)].map(([, id = '']) => id);
  });
  return new Set([...[DependsOn].flat(), ...named]);
}

/** Every intrinsic function in a value, wherever it stands, with what it is given. */
function intrinsics(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === 'Ref' || name.startsWith('Fn::') ? [[name, inner] as const] : []),
    ...intrinsics(inner),
  ]);
}
