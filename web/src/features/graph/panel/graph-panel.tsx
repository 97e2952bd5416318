import { X } from "lucide-react";
import type { Address } from "../../../lib/address.ts";
import { FocusControls } from "../filter/focus-controls.tsx";
import { stepWords } from "../flow/step-words.ts";
import type { GraphNode } from "../model/graph-view.ts";
import type { GraphState } from "../use-graph.ts";
import { CircleNotes } from "./circle-notes.tsx";
import { GainForm } from "./gain-form.tsx";
import { GainResult } from "./gain-result.tsx";
import { NodeHead } from "./node-head.tsx";
import { Overview } from "./overview.tsx";
import { HoldingsTable, OwnersTable } from "./owners-table.tsx";
import { TurnSteps } from "./turn-steps.tsx";

/** What is known about the selected node, and where a gain of it goes. */
export function GraphPanel({ graph }: { readonly graph: GraphState }) {
  const { view, selected, select } = graph;
  const node = selected && view.nodes.get(selected);
  if (!node) return <Overview view={view} onSelect={select} />;
  return (
    <div className="grid gap-7">
      <div className="flex items-start justify-between gap-3">
        <NodeHead node={node} />
        <button
          type="button"
          aria-label={`Let go of ${node.label}`}
          title="Close"
          onClick={() => select(undefined)}
          className="-mt-1.5 -mr-2 grid size-11 shrink-0 cursor-pointer place-items-center rounded-control text-ink-3 hover:bg-inset hover:text-ink"
        >
          <X aria-hidden="true" size={18} strokeWidth={1.6} />
        </button>
      </div>
      <FocusControls node={node} />
      {node.token ? <TokenPart graph={graph} node={node} /> : <HolderPart graph={graph} node={node} />}
    </div>
  );
}

function TokenPart({ graph, node }: { readonly graph: GraphState; readonly node: GraphNode }) {
  const { snapshot, view, flow, money, step, select, gain, watch } = graph;
  const currency = snapshot.protocol;
  const tables = { snapshot, view, node, onSelect: select };
  const { turn } = graph.playback;
  const passed = new Set<Address>(flow ? flow.inflow.keys() : [node.id]);
  return (
    <>
      <div className="grid gap-4">
        <GainForm key={node.id} node={node} currency={currency} gain={gain} onWatch={watch} />
        {flow && money && (
          <>
            <TurnSteps
              words={flow.steps.map((each, index) =>
                stepWords({
                  step: each,
                  before: flow.steps[index - 1],
                  source: flow.source,
                  view,
                  isToken: (holder) => snapshot.tokens.has(holder as Address),
                  money,
                }),
              )}
              step={turn ?? step}
              playing={turn !== undefined}
              onStep={graph.showStep}
              onStop={() => graph.showStep(undefined)}
            />
            <GainResult
              flow={flow}
              view={view}
              money={money}
              currency={currency}
              step={turn === undefined ? step : turn - 1}
              onSelect={select}
            />
          </>
        )}
        <CircleNotes circles={graph.circles} nodes={passed} />
      </div>
      <OwnersTable {...tables} />
      <HoldingsTable {...tables} />
    </>
  );
}

function HolderPart({ graph, node }: { readonly graph: GraphState; readonly node: GraphNode }) {
  const { snapshot, view, select } = graph;
  return (
    <>
      {node.kind === "pool" && (
        <p className="text-table text-ink-2">
          A pool holds shares for trading. It takes no part in income: what is earned goes to the other holders.
        </p>
      )}
      <HoldingsTable snapshot={snapshot} view={view} node={node} onSelect={select} />
    </>
  );
}
