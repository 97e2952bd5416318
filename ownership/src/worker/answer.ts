import { NotLoadedError } from "../errors.ts";
import { flowColumns } from "../flow/flow-columns.ts";
import { gainNodes } from "../flow/flow-of.ts";
import { flowTurns } from "../flow/flow-turns.ts";
import { buildSteps } from "../graph/build-graph.ts";
import { flowSystem } from "../graph/flow-system.ts";
import { type OwnershipColumns, stateOf } from "../graph/ownership-columns.ts";
import type { OwnershipGraph, OwnershipState } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import { lookThroughMatrix } from "../solve/look-through-matrix.ts";
import { lookThroughRow } from "../solve/look-through-of-account.ts";
import { lookThroughColumn } from "../solve/look-through-of-token.ts";
import type { Steps } from "../steps.ts";
import { GRAPH_FUNCTIONS, STATE_FUNCTIONS } from "./functions.ts";
import type { Questions, ToWorker } from "./protocol.ts";

/** What a worker knows. */
export interface Knowledge {
  graph?: OwnershipGraph;
  /** Id of the question that the state came with. */
  loadedBy: number;
  columns?: OwnershipColumns;
  /** Made of the columns when a plan is first asked for. */
  state?: OwnershipState;
}

type Question = Exclude<ToWorker, { readonly kind: "cancel" }>;
type AnyFunction = (...args: unknown[]) => unknown;
type Watch = (done: number, total: number) => void;

/** Answers a question step by step. `watch` hears of what can't be cut into steps. */
export function* answerSteps(knowledge: Knowledge, question: Question, watch: Watch): Steps<unknown> {
  if (question.kind === "load") return yield* load(knowledge, question.id, question.ask);
  const { graph } = knowledge;
  if (graph === undefined) throw new NotLoadedError();
  switch (question.kind) {
    case "row":
      return lookThroughRow(graph, question.ask);
    case "column":
      return lookThroughColumn(graph, tokenNode(graph, question.ask, "lookThroughOfToken"));
    case "columns":
      return yield* columnSteps(graph, question.ask);
    case "flow":
      return yield* flowSteps(graph, question.ask);
    case "graph":
      return (GRAPH_FUNCTIONS[question.ask.name] as AnyFunction)(graph, ...question.ask.args);
    case "state":
      knowledge.state ??= stateOf(knowledge.columns as OwnershipColumns);
      return (STATE_FUNCTIONS[question.ask.name] as AnyFunction)(knowledge.state, ...watched(question.ask.args, watch));
  }
}

function* load(knowledge: Knowledge, id: number, columns: OwnershipColumns): Steps<null> {
  const graph = yield* buildSteps(columns);
  flowSystem(graph, "income");
  knowledge.graph = graph;
  knowledge.loadedBy = id;
  knowledge.columns = columns;
  delete knowledge.state;
  return null;
}

function* columnSteps(
  graph: OwnershipGraph,
  { from, to }: Questions["columns"]["ask"],
): Steps<Questions["columns"]["answer"]> {
  const columns = [];
  for (const column of lookThroughMatrix(graph, { from, to })) {
    columns.push(column);
    yield { done: columns.length, total: to - from };
  }
  return columns;
}

function* flowSteps(
  graph: OwnershipGraph,
  { gains, limits }: Questions["flow"]["ask"],
): Steps<Questions["flow"]["answer"]> {
  const nodes = gainNodes(graph, gains);
  const columns = yield* flowColumns(graph, nodes);
  return { columns, turns: flowTurns(flowSystem(graph, "income"), nodes, limits) };
}

/** Functions of the state take their options last. */
function watched(args: readonly unknown[], onProgress: Watch): unknown[] {
  return [...args.slice(0, -1), { ...(args.at(-1) as object), onProgress }];
}
