import { describe, expect, test } from 'vitest';
import { everything } from '../everything.ts';
import { synthesized } from '../synthesized.ts';

const it = synthesized(everything);
const QUEUE = '<WakeUpsDeadLetters.Arn>';
const functionOf = (arn: unknown): string => it.text(arn).replace(/^<|(?:Live|Function)(?:\.\w+)?>$/g, '');

/** Where what a function could not do goes when nobody waits for its answer. */
const kept = new Map(
  it.all('service', 'AWS::Lambda::EventInvokeConfig').map(({ Properties }) => {
    const { OnFailure } = Properties['DestinationConfig'] as {
      readonly OnFailure: { readonly Destination: unknown };
    };
    return [functionOf(Properties['FunctionName']), it.text(OnFailure.Destination)];
  }),
);

describe('nothing that nobody waits for is lost:', () => {
  test('a wake-up that a rule could not deliver is kept, and so is one that the function failed', () => {
    const rules = it
      .all('service', 'AWS::Events::Rule')
      .filter(({ Properties }) => 'ScheduleExpression' in Properties);
    expect(rules.length).toBeGreaterThan(8);
    for (const { Properties } of rules) {
      const [target] = Properties['Targets'] as readonly {
        readonly Arn: unknown;
        readonly DeadLetterConfig?: { readonly Arn: unknown };
      }[];
      expect(it.text(target?.DeadLetterConfig?.Arn)).toBe(QUEUE);
      expect(kept.get(functionOf(target?.Arn))).toBe(QUEUE);
    }
  });

  test('what the stream brought in vain is kept', () => {
    const mappings = it.all('service', 'AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(2);
    for (const { Properties } of mappings) {
      const { OnFailure } = Properties['DestinationConfig'] as {
        readonly OnFailure: { readonly Destination: unknown };
      };
      expect(it.text(OnFailure.Destination)).toBe(QUEUE);
    }
  });

  test('a step of a rotation that failed three times is kept', () => {
    expect(kept.get('Rotation')).toBe(QUEUE);
  });

  test('every background function has somewhere to leave what it could not do', () => {
    const background = it
      .all('background', 'AWS::Lambda::Function')
      .map(({ id }) => functionOf({ Ref: id }).replace(/Function$/, ''));
    expect(background.filter((name) => kept.get(name) !== QUEUE)).toEqual([]);
  });
});
