import type { ReactNode } from "react";
import type { NodeKind } from "../geometry/shape.ts";
import { KIND_FILL } from "./kind-colours.ts";
import { PinMark } from "./node-layer.tsx";
import { NodeOutline } from "./node-outline.tsx";

const KINDS: readonly NodeKind[] = ["person", "network", "pool", "wallet"];

/** What shapes and lines mean: only what is in the picture. */
export function PictureKey(props: {
  readonly kinds: ReadonlySet<NodeKind>;
  /** Whether parts that are owned only in the end are drawn. */
  readonly dashed: boolean;
  readonly pinned: boolean;
  /** Whether money is shown on its way. */
  readonly flow: boolean;
}) {
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
      <Line words="held, from token to holder">
        <path d="M1 1.2Q14 2.4 27 3.2V4.8Q14 5.6 1 6.8Z" className="fill-ink-3" />
      </Line>
      {props.dashed && (
        <Line words="owned only in the end">
          <path d="M2 4H27" className="stroke-ink-3" strokeWidth="2.4" strokeLinecap="round" strokeDasharray="1 6" />
        </Line>
      )}
      {props.flow && (
        <Line words="money moving">
          <path
            d="M3 4H26"
            className="stroke-thread"
            strokeWidth="4.4"
            strokeLinecap="round"
            strokeDasharray="0.1 7.6"
          />
        </Line>
      )}
      {props.pinned && (
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" width="18" height="18" viewBox="-9 -9 18 18">
            <PinMark x={0} y={0} />
          </svg>
          pinned
        </li>
      )}
    </ul>
  );
}

function Line({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" width="28" height="8" viewBox="0 0 28 8">
        {children}
      </svg>
      {words}
    </li>
  );
}

function KindShape({ kind }: { readonly kind: NodeKind }) {
  if (kind === "network") return <rect x="-6.5" y="-6.5" width="13" height="13" rx="2.6" />;
  if (kind === "pool") return <path d="M0-7.5 7.5 0 0 7.5-7.5 0z" />;
  return <circle r="7" />;
}
