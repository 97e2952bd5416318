import type { Point } from "../geometry/curve.ts";
import type { LayoutInput } from "./force-layout.ts";

/** What the layout's worker is asked: small graphs get room for fields and labels, large ones many nodes quickly. */
export type LayoutRequest = LayoutInput & { readonly large: boolean };

/** What the worker answers, more than once for a large graph: places that are good enough to show, then better ones. */
export type LayoutAnswer = { readonly places: ReadonlyMap<string, Point>; readonly done: boolean };
