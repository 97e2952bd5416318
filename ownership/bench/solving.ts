import {
  buildGraphOfColumns,
  circlesOf,
  columnsOf,
  flowOf,
  lookThroughMatrix,
  lookThroughOfAccount,
  lookThroughOfToken,
  type OwnershipState,
  valuesOf,
} from "../src/index.ts";
import { leastTime, timeOnce } from "./cpu-time.ts";
import type { Figures } from "./table.ts";

const GAIN = 90n * 10n ** 18n;
const MATRIX_COLUMNS = 16;
const MIB = 2 ** 20;

/** What one graph took: milliseconds of processor time, the least of some runs, and MiB that a question allocated and holds at most. */
export interface Measured {
  readonly milliseconds: Figures;
  readonly memory: Figures;
  /** Numbers of tokens, accounts, and tokens in the largest circle. */
  readonly counts: string;
}

/** Asks everything of a graph; what is kept between questions is told apart from what is made for each. */
export function measure(state: OwnershipState): Measured {
  const milliseconds: Figures = new Map();
  const memory: Figures = new Map();
  const timed = <Result>(name: string, run: () => Result, once = false): Result => {
    let result: Result | undefined;
    const keep = (): void => {
      result = run();
    };
    const before = heapUsed(true);
    const first = timeOnce(keep);
    memory.set(name, (heapUsed(false) - before) / MIB);
    milliseconds.set(name, once ? first : leastTime(keep));
    return result as Result;
  };
  const [token, account] = [state.tokens.at(-1)?.id as string, state.holdings.at(-1)?.holder as string];
  const columns = timed("texts to columns", () => columnsOf(state));
  const heapBefore = heapUsed(true);
  const graph = timed("build of columns", () => buildGraphOfColumns(columns));
  // Components and solvers are made with it and kept.
  timed("first question", () => lookThroughOfToken(graph, token), true);
  memory.set("graph and solver, kept", (heapUsed(true) - heapBefore) / MIB);
  timed("one token", () => lookThroughOfToken(graph, token));
  timed("one account", () => lookThroughOfAccount(graph, account));
  const part = { to: Math.min(MATRIX_COLUMNS, graph.tokens.length) };
  timed("16 columns of the matrix", () => Array.from(lookThroughMatrix(graph, part)));
  timed("flow of one gain", () => flowOf(graph, new Map([[token, GAIN]])));
  const gains = new Map(graph.tokens.map(({ id }, index) => [id, GAIN + BigInt(index)]));
  const everything = timed("flow of all gains", () => flowOf(graph, gains));
  timed("… and holdings by name", () => flowOf(graph, gains).edges.length);
  timed("values", () => valuesOf(graph, new Map(graph.tokens.map(({ id }) => [id, 1]))));
  const circles = timed("circles", () => circlesOf(graph));
  const largest = circles.reduce((most, { tokens }) => Math.max(most, tokens.length), 0);
  const numbers = [graph.tokens.length, graph.accounts.length, largest, everything.edges.length];
  const [tokens, accounts, circle, edges] = numbers.map((count) => count.toLocaleString("en"));
  return {
    milliseconds,
    memory,
    counts: `${tokens} tokens, ${accounts} accounts, ${circle} in the largest circle; all gains take ${edges} holdings`,
  };
}

/** Exact with `--expose-gc`. */
function heapUsed(collect: boolean): number {
  if (collect) globalThis.gc?.();
  const { heapUsed: heap, arrayBuffers } = process.memoryUsage();
  return heap + arrayBuffers;
}
