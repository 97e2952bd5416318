import { lusolve, type Matrix as SparseMatrix, slu, sparse } from "mathjs";
import { LuDecomposition, Matrix } from "ml-matrix";
import {
  buildGraph,
  directShares,
  lookThroughOfToken,
  type OwnershipGraph,
  type OwnershipState,
} from "../src/index.ts";
import { leastTime } from "./cpu-time.ts";
import { type Figures, line } from "./table.ts";

const RUNS = 2;
/** Farther apart than this, two answers are not the same. */
const SAME = 1e-9;

/** One way of solving y = x + C y: prepares the graph once and then answers for one token after the other. */
interface Peer {
  readonly name: string;
  /** Most tokens for which it is asked, so that the benchmark ends. */
  readonly mostTokens: number;
  prepare(graph: OwnershipGraph): (token: number) => readonly number[];
}

/** (I − C) in triplets: row, column, value. */
function triplets(graph: OwnershipGraph): [number, number, number][] {
  const entries: [number, number, number][] = graph.tokens.map((_, token) => [token, token, 1]);
  for (const [column, { id }] of graph.tokens.entries()) {
    for (const { holder, share } of directShares(graph, id)) {
      const row = graph.nodeOf.get(holder) as number;
      if (row < graph.tokens.length) entries.push([row, column, -share]);
    }
  }
  return entries;
}

const PEERS: readonly Peer[] = [
  {
    name: "ml-matrix, dense LU",
    mostTokens: 1_000,
    prepare: (graph) => {
      const size = graph.tokens.length;
      const matrix = Matrix.zeros(size, size);
      for (const [row, column, value] of triplets(graph)) matrix.set(row, column, matrix.get(row, column) + value);
      const decomposition = new LuDecomposition(matrix);
      return (token) => {
        const unit = Matrix.zeros(size, 1);
        unit.set(token, 0, 1);
        return decomposition.solve(unit).to1DArray();
      };
    },
  },
  {
    name: "mathjs, sparse LU",
    mostTokens: 1_000,
    prepare: (graph) => {
      const size = graph.tokens.length;
      const matrix = sparse();
      matrix.resize([size, size], 0);
      for (const [row, column, value] of triplets(graph)) {
        matrix.set([row, column], (matrix.get([row, column]) as number) + value);
      }
      // Ordered for little fill-in (approximate minimum degree of A + Aᵀ), with partial pivoting.
      const decomposition = slu(matrix as SparseMatrix & never, 1, 0.001);
      return (token) => {
        const unit = new Array<number>(size).fill(0);
        unit[token] = 1;
        return (lusolve(decomposition, unit) as SparseMatrix).toArray().flat() as number[];
      };
    },
  },
];

/** Asks ours and the peers the same of the same graphs, in turns; prints processor times and how many times ours is faster. */
export function comparePeers(sizes: readonly number[], createState: (size: number) => OwnershipState): void {
  for (const size of sizes) {
    const state = createState(size);
    const token = state.tokens.length - 1;
    const results = new Map<string, Figures>();
    for (let run = 0; run < RUNS; run++) {
      const graph = buildGraph(state);
      const ours = least(results, "ours", {
        // A copy has no components and no solver yet.
        first: () => lookThroughOfToken({ ...graph }, state.tokens[token]?.id as string),
        next: () => lookThroughOfToken(graph, state.tokens[token]?.id as string),
      });
      for (const peer of PEERS) {
        if (graph.tokens.length > peer.mostTokens) continue;
        let solve: ReturnType<Peer["prepare"]> | undefined;
        const inflow = least(results, peer.name, {
          first: () => {
            solve = peer.prepare(graph);
            return passOn(graph, solve(token));
          },
          next: () => passOn(graph, (solve as NonNullable<typeof solve>)(token)),
        });
        for (const { account, share } of ours.shares) {
          const theirs = inflow.get(account) ?? 0;
          if (Math.abs(theirs - share) > SAME) throw new Error(`${peer.name}: ${account} has ${theirs}, not ${share}.`);
        }
      }
    }
    print(state.tokens.length, size, results);
  }
}

/** What accounts receive of the inflows. */
function passOn(graph: OwnershipGraph, inflow: readonly number[]): Map<string, number> {
  const received = new Map<string, number>();
  for (const [node, { id }] of graph.tokens.entries()) {
    for (const { holder, share } of directShares(graph, id)) {
      received.set(holder, (received.get(holder) ?? 0) + share * (inflow[node] as number));
    }
  }
  return received;
}

/** Runs a first and a next question; keeps the least time of each. */
function least<Result>(
  results: Map<string, Figures>,
  name: string,
  { first, next }: { readonly first: () => Result; readonly next: () => Result },
): Result {
  const figures: Figures = results.get(name) ?? new Map();
  results.set(name, figures);
  let result = first();
  for (const [kind, ask] of [
    ["first", first],
    ["next", next],
  ] as const) {
    const took = leastTime(() => {
      result = ask();
    });
    figures.set(kind, Math.min(figures.get(kind) ?? Number.POSITIVE_INFINITY, took));
  }
  return result;
}

function print(tokens: number, holdings: number, results: ReadonlyMap<string, Figures>): void {
  line(`${holdings.toLocaleString("en")} holdings`, ["first, ms", "times ours", "next, ms", "times ours"]);
  const ours = results.get("ours") as Figures;
  const cell = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  for (const [name, figures] of results) {
    const cells = ["first", "next"].flatMap((kind) => {
      const took = figures.get(kind) as number;
      return [cell(took), cell(took / (ours.get(kind) as number))];
    });
    line(`  ${name}`, cells);
  }
  for (const { name, mostTokens } of PEERS) {
    if (tokens > mostTokens) line(`  ${name}`, ["not asked: it would take too long or too much memory"]);
  }
}
