import type { PaidPath } from "@weft/ownership";

/** Ways shown one by one; the rest are added up. */
export const MOST_PATHS = 8;

/** The largest ways, and all smaller ones added up under the empty path; the parts still sum to the whole. */
export function foldPaths(paths: readonly PaidPath[]): readonly PaidPath[] {
  const named = paths.filter(({ path }) => path.length > 0);
  const shown = named.length > MOST_PATHS ? named.slice(0, MOST_PATHS - 1) : named;
  const rest = paths.filter((way) => !shown.includes(way));
  if (rest.length === 0) return shown;
  return [...shown, { path: [], amount: rest.reduce((sum, { amount }) => sum + amount, 0n) }];
}
