import type { FlowSystem } from "../graph/flow-system.ts";

/** The part of C within one component, by places: `k` passes `weight[e]` of what it takes in on to `target[e]`. */
export interface InnerEdges {
  readonly size: number;
  readonly start: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float64Array;
  /** Place → part that leaves the component, summed from what leaves and never as 1 − the rest. */
  readonly leak: Float64Array;
  /** Place → part that comes straight back. */
  readonly self: Float64Array;
  /** Place → number of its token's holders and of the tokens that it holds: terms of every sum that is formed there. */
  readonly terms: Uint32Array;
}

/** Collects the edges within a component. */
export function innerEdges(system: FlowSystem, component: number): InnerEdges {
  const { graph, components, scale, outside } = system;
  const first = components.start[component] as number;
  const size = (components.start[component + 1] as number) - first;
  const start = new Uint32Array(size + 1);
  const leak = new Float64Array(size);
  const self = new Float64Array(size);
  const terms = new Uint32Array(size);
  const target: number[] = [];
  const weight: number[] = [];
  for (let place = 0; place < size; place++) {
    const token = components.members[first + place] as number;
    const factor = scale[token] as number;
    let leaving = outside[token] as number;
    for (let edge = graph.edgeStart[token] as number; edge < (graph.edgeStart[token + 1] as number); edge++) {
      const holder = graph.edgeHolder[edge] as number;
      const share = (graph.edgeShare[edge] as number) * factor;
      if (holder === token) {
        self[place] = share;
      } else if (holder < graph.tokens.length && components.componentOf[holder] === component) {
        target.push(components.placeOf[holder] as number);
        weight.push(share);
      } else {
        leaving += share;
      }
    }
    leak[place] = leaving;
    terms[place] =
      (graph.edgeStart[token + 1] as number) -
      (graph.edgeStart[token] as number) +
      (graph.heldStart[token + 1] as number) -
      (graph.heldStart[token] as number);
    start[place + 1] = target.length;
  }
  return { size, start, target: Uint32Array.from(target), weight: Float64Array.from(weight), leak, self, terms };
}
