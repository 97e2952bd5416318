import type { NodeKind } from "../geometry/shape.ts";
import { KIND_FILL } from "./kind-colours.ts";
import { NodeOutline } from "./node-outline.tsx";

const KINDS: readonly NodeKind[] = ["person", "network", "pool", "wallet"];

/** What shapes and lines mean: only what is in the picture. */
export function PictureKey(props: { readonly kinds: ReadonlySet<NodeKind>; readonly dashed: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note text-ink-2" aria-label="What the shapes mean">
      {KINDS.filter((kind) => props.kinds.has(kind)).map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
            {kind === "wallet" ? (
              <NodeOutline kind={kind} radius={5.5} strokeWidth={2.5} className="stroke-wallet" />
            ) : (
              <g className={KIND_FILL[kind]}>
                <KindShape kind={kind} />
              </g>
            )}
          </svg>
          {kind}
        </li>
      ))}
      {props.dashed && (
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" width="22" height="8" viewBox="0 0 22 8">
            <path d="M2 4H21" className="stroke-ink-3" strokeWidth="2.4" strokeLinecap="round" strokeDasharray="1 6" />
          </svg>
          owned only in the end
        </li>
      )}
    </ul>
  );
}

function KindShape({ kind }: { readonly kind: NodeKind }) {
  if (kind === "network") return <rect x="-6.5" y="-6.5" width="13" height="13" rx="2.6" />;
  if (kind === "pool") return <path d="M0-7.5 7.5 0 0 7.5-7.5 0z" />;
  return <circle r="7" />;
}
