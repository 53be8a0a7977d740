import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inSrvOrder, type Target } from '../../../../adapters/active-directory/controllers/srv-order.ts';

const target = fc.record({
  name: fc.string({ minLength: 1, maxLength: 3 }),
  priority: fc.nat({ max: 3 }),
  weight: fc.nat({ max: 100 }),
});

it('SRV targets come by priority, every one of them once, whatever the lot', () => {
  fc.assert(
    fc.property(
      fc.array(target),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (targets, lots) => {
        const order = inSrvOrder(targets, () => lots.next().value);
        expect(order.toSorted(byAll)).toEqual(targets.toSorted(byAll));
        const priorities = order.map(({ priority }) => priority);
        expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
      },
    ),
  );
});

it('the heavier SRV target comes first more often, in proportion; the weightless hardly ever', () => {
  const targets = [
    { name: 'light', priority: 0, weight: 25 },
    { name: 'heavy', priority: 0, weight: 75 },
    { name: 'none', priority: 0, weight: 0 },
  ];
  const first = { light: 0, heavy: 0, none: 0 };
  // Every lot once, evenly: no luck in it.
  for (let lot = 0; lot < 1000; lot += 1) {
    const [winner] = inSrvOrder(targets, () => (lot + 0.5) / 1000);
    first[winner?.name as keyof typeof first] += 1;
  }
  expect(first).toEqual({ light: 250, heavy: 750, none: 0 });
});

const byAll = (one: Target, other: Target): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : JSON.stringify(one) > JSON.stringify(other) ? 1 : 0;
