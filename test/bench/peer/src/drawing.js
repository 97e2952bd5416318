/** What a peer draws, as the benchmark hands it over: nodes with places, and threads between them by index. */

/** Colours of people, networks and wallets. */
export const COLOURS = { person: "#b02a52", network: "#3a41c6", wallet: "#566074" };

/** Resolves when the second frame after now was drawn. */
export function drawn() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
