/** Indices by key, in compressed rows. */
export interface Grouped {
  /** Key `k` has the indices `order[start[k]] … order[start[k + 1] - 1]`, from low to high. */
  readonly start: Uint32Array;
  readonly order: Uint32Array;
}

/** Groups the indices of `keys`, which are all below `keyCount`. */
export function countingSort(keys: Uint32Array, keyCount: number): Grouped {
  const start = new Uint32Array(keyCount + 1);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    start[key + 1] = (start[key + 1] as number) + 1;
  }
  for (let key = 0; key < keyCount; key++) start[key + 1] = (start[key + 1] as number) + (start[key] as number);
  const next = start.slice();
  const order = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    const place = next[key] as number;
    order[place] = index;
    next[key] = place + 1;
  }
  return { start, order };
}
