import {
  buildGraph,
  circlesOf,
  flowOf,
  lookThroughOfAccount,
  lookThroughOfToken,
  planSettlement,
  simulateSettle,
} from "../src/index.ts";
import { powerLawState } from "./power-law-state.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const COSTS = { costPerHop: 10n ** 12n, costPerClaim: 10n ** 12n };
const COLUMN = 14;

/** Runs every question once on a graph of this size; milliseconds by name, memory in MiB, tokens in a circle. */
function measure(size: number): Map<string, number> {
  const results = new Map<string, number>();
  const timed = <T>(name: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    results.set(name, performance.now() - start);
    return result;
  };
  const state = powerLawState(size);
  const [token, account] = [state.tokens.at(-1)?.id as string, state.holdings.at(-1)?.holder as string];
  // Joined strings take more room until they are first compared, which would be taken off the graph's.
  buildGraph(state);
  const heapBefore = heapUsed();
  const graph = timed("build", () => buildGraph(state));
  timed("first token", () => lookThroughOfToken(graph, token));
  results.set("graph MiB", (heapUsed() - heapBefore) / 2 ** 20);
  timed("next token", () => lookThroughOfToken(graph, token));
  timed("account", () => lookThroughOfAccount(graph, account));
  const circles = timed("circles", () => circlesOf(graph));
  results.set(
    "largest circle",
    circles.reduce((most, { tokens }) => Math.max(most, tokens.length), 0),
  );
  timed("flow", () => flowOf(graph, new Map([[token, 90n * 10n ** 18n]])));
  const plan = timed("plan", () => planSettlement(state, account, COSTS));
  timed("settle", () => simulateSettle(state, plan.hops, plan.claims, account));
  return results;
}

/** Exact with `--expose-gc`. */
function heapUsed(): number {
  globalThis.gc?.();
  const { heapUsed: heap, arrayBuffers } = process.memoryUsage();
  return heap + arrayBuffers;
}

function line(cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(COLUMN)).join("")}\n`);
}

/** Slope of log(figure) over log(holdings) between the two largest graphs: 1 is linear. */
function growth(previous: number, last: number): number {
  return Math.log(last / previous) / Math.log((SIZES.at(-1) as number) / (SIZES.at(-2) as number));
}

measure(1_000);
const figures = SIZES.map(measure);
line(["ms", ...SIZES.map((size) => size.toLocaleString("en")), "exponent"]);
for (const name of figures[0]?.keys() ?? []) {
  const row = figures.map((figure) => figure.get(name) as number);
  line([
    name,
    ...row.map((value) => value.toFixed(value < 100 ? 1 : 0)),
    growth(row.at(-2) as number, row.at(-1) as number).toFixed(2),
  ]);
}
