import { NotLoadedError } from "../errors.ts";
import { flowColumns } from "../flow/flow-columns.ts";
import { gainNodes } from "../flow/flow-of.ts";
import { flowTurns } from "../flow/flow-turns.ts";
import { buildSteps } from "../graph/build-graph.ts";
import { flowSystem } from "../graph/flow-system.ts";
import type { OwnershipColumns } from "../graph/ownership-columns.ts";
import type { OwnershipGraph } from "../graph/ownership-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import { entriesOfColumns } from "../plan/entries.ts";
import { lookThroughMatrix } from "../solve/look-through-matrix.ts";
import { lookThroughRow } from "../solve/look-through-of-account.ts";
import { lookThroughColumn } from "../solve/look-through-of-token.ts";
import type { Steps } from "../steps.ts";
import { GRAPH_STEPS, PLAN_STEPS, WHAT_IF_STEPS } from "./functions.ts";
import type { Questions, ToWorker } from "./protocol.ts";
import { toMessage } from "./what-if-message.ts";

/** What a worker knows. */
export interface Knowledge {
  graph?: OwnershipGraph;
  /** Id of the question that the state came with. */
  loadedBy: number;
  columns?: OwnershipColumns;
}

type Question = Exclude<ToWorker, { readonly kind: "cancel" }>;
type AnySteps = (...args: unknown[]) => Steps<never>;

/** Answers a question step by step. */
export function* answerSteps(knowledge: Knowledge, question: Question): Steps<unknown> {
  if (question.kind === "load") return yield* load(knowledge, question.id, question.ask);
  const { graph, columns } = knowledge;
  if (graph === undefined || columns === undefined) throw new NotLoadedError();
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
      return yield* (GRAPH_STEPS[question.ask.name] as AnySteps)(graph, ...question.ask.args);
    case "plan": {
      const steps = PLAN_STEPS[question.ask.name] as AnySteps;
      return yield* steps(entriesOfColumns(graph, columns), ...question.ask.args);
    }
    case "whatIf": {
      const steps = WHAT_IF_STEPS[question.ask.name] as AnySteps;
      return toMessage(yield* steps(entriesOfColumns(graph, columns), ...question.ask.args), graph.accounts.length);
    }
  }
}

function* load(knowledge: Knowledge, id: number, columns: OwnershipColumns): Steps<null> {
  const graph = yield* buildSteps(columns);
  flowSystem(graph, "income");
  knowledge.graph = graph;
  knowledge.loadedBy = id;
  knowledge.columns = columns;
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
