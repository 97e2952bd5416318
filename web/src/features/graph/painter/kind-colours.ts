import type { NodeKind } from "../geometry/shape.ts";

/** Fill of a kind: told by shape and word as well, never by colour alone. */
export const KIND_FILL: Readonly<Record<NodeKind, string>> = {
  person: "fill-person",
  network: "fill-network",
  pool: "fill-pool",
  wallet: "fill-wallet",
};

/** Stroke of a kind. */
export const KIND_STROKE: Readonly<Record<NodeKind, string>> = {
  person: "stroke-person",
  network: "stroke-network",
  pool: "stroke-pool",
  wallet: "stroke-wallet",
};
