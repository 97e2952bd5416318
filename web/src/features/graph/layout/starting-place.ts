import type { Point } from "../geometry/curve.ts";

/** FNV-1a, 32 bits: spreads ids that differ in one character over the whole range. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash ^= id.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // Finish with a mix, or ids that share a long ending start close together.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

/** Where a node starts before any force acts: on a disc of `reach` world units, by its id alone. */
export function startingPlace(id: string, reach: number): Point {
  const angle = (hashOf(id) / 2 ** 32) * 2 * Math.PI;
  // The square root spreads the places evenly over the disc.
  const away = Math.sqrt(hashOf(`${id}.`) / 2 ** 32) * reach;
  return { x: Math.cos(angle) * away, y: Math.sin(angle) * away };
}
