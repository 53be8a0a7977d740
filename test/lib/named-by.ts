import { intrinsics } from './intrinsics.ts';

/** The logical names that a resource or an output waits for, as CloudFormation sees it. */
export function namedBy(body: unknown): ReadonlySet<string> {
  const { DependsOn = [] } = (body ?? {}) as { readonly DependsOn?: string | readonly string[] };
  const named = intrinsics(body).flatMap(([name, value]): readonly string[] => {
    if (name === 'Ref') return [String(value)];
    if (name === 'Fn::GetAtt') return [String(Array.isArray(value) ? value[0] : String(value).split('.')[0])];
    if (name !== 'Fn::Sub') return [];
    const text = String(Array.isArray(value) ? value[0] : value);
    return [...text.matchAll(/\$\{([^!.}]+)[.}]/g)].map(([, id = '']) => id);
  });
  return new Set([...[DependsOn].flat(), ...named]);
}
