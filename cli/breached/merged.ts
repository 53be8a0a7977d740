interface Run {
  readonly rest: Iterator<number>;
  head: number;
}

/** The numbers of several ascending runs as one, ascending, none twice. Keeps one number of each in a heap. */
export function* merged(runs: readonly Iterable<number>[]): Generator<number> {
  const heap: Run[] = [];
  for (const run of runs) {
    const rest = run[Symbol.iterator]();
    const { value, done } = rest.next();
    if (done !== true) heap.push({ rest, head: value });
  }
  heap.sort((one, other) => one.head - other.head);
  let last: number | undefined;
  for (let [least] = heap; least !== undefined; [least] = heap) {
    if (least.head !== last) yield least.head;
    last = least.head;
    const { value, done } = least.rest.next();
    if (done === true) {
      const end = heap.pop();
      if (end !== undefined && heap.length > 0) heap[0] = end;
    } else least.head = value;
    sink(heap);
  }
}

/** Brings the first of a heap to where it belongs. */
function sink(heap: Run[]): void {
  for (let at = 0; ;) {
    const [top, left, right] = [heap[at], heap[2 * at + 1], heap[2 * at + 2]];
    const lesser = right !== undefined && left !== undefined && right.head < left.head ? right : left;
    if (top === undefined || lesser === undefined || top.head <= lesser.head) return;
    const to = lesser === right ? 2 * at + 2 : 2 * at + 1;
    heap[at] = lesser;
    heap[to] = top;
    at = to;
  }
}
