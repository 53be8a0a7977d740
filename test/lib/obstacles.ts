import type { Template } from 'aws-cdk-lib/assertions';
import { intrinsics } from './intrinsics.ts';
import { namedBy } from './named-by.ts';
import { type Part, PARTS } from './synthesized.ts';

interface Written {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, { readonly Export?: { readonly Name: unknown } }>>;
}

/**
 * What would keep CloudFormation from creating the stacks one after the other, a sentence each: something named that is not there, a
 * circle, an export made twice, an import of what no stack before it exports.
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
