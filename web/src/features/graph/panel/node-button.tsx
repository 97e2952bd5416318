import { Swatch } from "../../../components/swatch.tsx";
import type { Address } from "../../../lib/address.ts";
import type { GraphNode } from "../model/graph-view.ts";

/** A node by its cloth and its name; pressing it selects it in the picture. */
export function NodeButton(props: {
  readonly node: GraphNode;
  /** The name as it is meant here: "Cleo’s treasury". */
  readonly name: string;
  readonly treasury?: boolean;
  readonly onSelect: (node: Address) => void;
}) {
  const { node, name, treasury = false, onSelect } = props;
  const isAddress = node.kind === "wallet";
  return (
    <button
      type="button"
      onClick={() => onSelect(node.id)}
      className="flex min-h-11 min-w-6 cursor-pointer items-center gap-2.5 rounded-small text-left underline-offset-3 hover:underline"
    >
      <Swatch address={node.id} kind={node.kind} size={22} treasury={treasury} />
      <span className={isAddress ? "truncate font-mono text-note" : "truncate"}>{name}</span>
    </button>
  );
}
