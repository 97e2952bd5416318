import type { Address } from "../../../lib/address.ts";
import type { GraphNode, GraphView } from "../model/graph-view.ts";
import { NodeButton } from "./node-button.tsx";

/** Most names in one list; the search in the header finds the rest. */
const MOST = 40;

/** What the picture shows, and everybody in it, when nobody is selected. */
export function Overview({ view, onSelect }: { readonly view: GraphView; readonly onSelect: (node: Address) => void }) {
  const nodes = [...view.nodes.values()].sort((a, b) => b.radius - a.radius || (a.name < b.name ? -1 : 1));
  return (
    <div className="grid gap-6">
      <div>
        <h2 className="text-[1.625rem]">Who owns whom</h2>
        <p className="mt-2 text-table text-ink-2">
          Every thread is a holding. It runs from a token to its holder, because money runs that way: wide for a large
          part, thinner towards the holder. Choose somebody to see what is owned directly and in the end.
        </p>
      </div>
      <NodeList title="Networks" nodes={nodes.filter((node) => node.kind === "network")} onSelect={onSelect} />
      <NodeList title="People" nodes={nodes.filter((node) => node.kind === "person")} onSelect={onSelect} />
    </div>
  );
}

function NodeList(props: {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly onSelect: (node: Address) => void;
}) {
  const { title, nodes, onSelect } = props;
  if (nodes.length === 0) return null;
  return (
    <section>
      <h3 className="text-heading">{title}</h3>
      <ul className="mt-1.5 grid grid-cols-[repeat(2,minmax(0,1fr))] gap-x-4">
        {nodes.slice(0, MOST).map((node) => (
          <li key={node.id} className="min-w-0 border-b border-line">
            <NodeButton node={node} name={node.label} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {nodes.length > MOST && (
        <p className="mt-2 text-note text-ink-3">
          and {(nodes.length - MOST).toLocaleString("en")} more: find them by name above.
        </p>
      )}
    </section>
  );
}
