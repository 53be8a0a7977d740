import type * as z from 'zod';
import { AwsFault } from './aws-fault.ts';

/** One operation of a stand-in: what was asked, as plain data, to what is answered. Throws an AwsFault for an error answer. */
export type Operation = (input: unknown) => Record<string, unknown>;

/** A stand-in's operations, by AWS's name for them. */
export type Service = Readonly<Record<string, Operation>>;

/** The account and region that stand-ins put in their ARNs. */
export const PLACE = { region: 'eu-west-1', account: '000000000000' };

/** An operation whose input is checked first, as AWS does: what does not fit is a ValidationException. */
export function operation<Shape extends z.ZodType>(
  shape: Shape,
  answer: (input: z.infer<Shape>) => Record<string, unknown>,
): Operation {
  return (input) => {
    const parsed = shape.safeParse(input);
    if (parsed.success) return answer(parsed.data);
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new AwsFault('ValidationException', `The request does not fit the operation: ${where}`);
  };
}
