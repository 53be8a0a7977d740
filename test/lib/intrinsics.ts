/** Every intrinsic function of CloudFormation in a value, wherever it stands, with what it is given. */
export function intrinsics(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(isIntrinsic(name) ? [[name, inner] as const] : []),
    ...intrinsics(inner),
  ]);
}

/** Whether a name in a template is that of an intrinsic function. */
export const isIntrinsic = (name: string): boolean => name === 'Ref' || name.startsWith('Fn::');
