/** A priority queue that gives out the largest priority first. */
export interface Heap<T> {
  push(priority: number, value: T): void;
  /** Undefined when empty. */
  pop(): T | undefined;
}

/** An empty binary heap. */
export function createHeap<T>(): Heap<T> {
  const priorities: number[] = [];
  const values: T[] = [];

  const place = (at: number, priority: number, value: T): void => {
    priorities[at] = priority;
    values[at] = value;
  };
  const push = (priority: number, value: T): void => {
    let at = priorities.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((priorities[parent] as number) >= priority) break;
      place(at, priorities[parent] as number, values[parent] as T);
      at = parent;
    }
    place(at, priority, value);
  };
  const pop = (): T | undefined => {
    const top = values[0];
    const priority = priorities.pop();
    const value = values.pop();
    if (priority === undefined || priorities.length === 0) return top;
    let at = 0;
    for (let child = 1; child < priorities.length; child = 2 * at + 1) {
      if (child + 1 < priorities.length && (priorities[child + 1] as number) > (priorities[child] as number))
        child += 1;
      if ((priorities[child] as number) <= priority) break;
      place(at, priorities[child] as number, values[child] as T);
      at = child;
    }
    place(at, priority, value as T);
    return top;
  };
  return { push, pop };
}
