/** Half heights of nodes in a large graph, as a part of those in a small one. */
export const LARGE_SCALE = 0.25;
