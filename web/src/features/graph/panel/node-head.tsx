import { KIND_WORDS } from "../../../components/kind-of.ts";
import { PageLink } from "../../../components/page-link.tsx";
import { Swatch } from "../../../components/swatch.tsx";
import type { NodeKind } from "../geometry/shape.ts";
import type { GraphNode } from "../model/graph-view.ts";

const KIND_TEXT: Readonly<Record<NodeKind, string>> = {
  person: "text-person",
  network: "text-network",
  pool: "text-pool",
  wallet: "text-wallet",
};

/** Who is selected: cloth, kind and name, with a link to the page. */
export function NodeHead({ node }: { readonly node: GraphNode }) {
  const isAddress = node.kind === "wallet";
  return (
    <div className="flex items-center gap-3.5">
      <Swatch address={node.id} kind={node.kind} size={56} treasury={node.treasury} />
      <div className="min-w-0">
        <p className={`text-note font-medium ${KIND_TEXT[node.kind]}`}>
          {KIND_WORDS[node.kind]}
          {node.symbol && ` · ${node.symbol}`}
        </p>
        <h2 className={isAddress ? "font-mono text-lead break-all" : "text-[1.625rem] break-words"}>
          {node.kind === "person" || node.kind === "network" ? (
            <PageLink kind={node.kind} address={node.id} className="decoration-1 underline-offset-4 hover:underline">
              {node.name}
            </PageLink>
          ) : (
            node.name
          )}
        </h2>
        {!node.token && <p className="font-mono text-label break-all text-ink-3">{node.id}</p>}
      </div>
    </div>
  );
}
