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
/** An address with its header takes a line of the processor's cache. */
const DOUBLES_OF_A_TEXT = 8;

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
  const { lookUp, readAtRandom } = memoryAlone(state);
  timed("  each holder looked up", lookUp);
  timed("  memory read as often", readAtRandom);
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
  timed("  and accounts by name", () => flowOf(graph, gains).received.size);
  timed("  and holdings by name", () => flowOf(graph, gains).edges.length);
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

/**
 * What no way of reading texts can do without: one look-up for each holding in a `Map` that is there already, and one read
 * for each in an array as large as the texts of all holders. Both do the same number of operations for each holding, so
 * that what grows faster is the time that memory takes.
 */
function memoryAlone({ holdings }: OwnershipState) {
  const nodeOf = new Map<string, number>();
  for (const { holder } of holdings) if (!nodeOf.has(holder)) nodeOf.set(holder, nodeOf.size);
  const nodes = Uint32Array.from(holdings, ({ holder }) => nodeOf.get(holder) as number);
  const texts = new Float64Array(nodeOf.size * DOUBLES_OF_A_TEXT);
  let sum = 0;
  return {
    lookUp: () => {
      for (const { holder } of holdings) sum += nodeOf.get(holder) as number;
      return sum;
    },
    readAtRandom: () => {
      for (const node of nodes) sum += texts[node * DOUBLES_OF_A_TEXT] as number;
      return sum;
    },
  };
}

/** Exact with `--expose-gc`. */
function heapUsed(collect: boolean): number {
  if (collect) globalThis.gc?.();
  const { heapUsed: heap, arrayBuffers } = process.memoryUsage();
  return heap + arrayBuffers;
}
