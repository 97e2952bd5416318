import { memo } from "react";
import type { SceneThread } from "../layout/scene.ts";
import { KIND_FILL, KIND_STROKE } from "./kind-colours.ts";
import type { LookThroughThread } from "./painter.ts";

/** Opacity of a thread that does not matter now. */
const STEPPED_BACK = 0.34;

/** Ground colour on each side of a thread, in world units: it passes over what lies below. */
const RIM = 3.5;

/** Threads, tapering from token to holder; those that don't matter now step back and go below. */
export const ThreadLayer = memo(function ThreadLayer(props: {
  readonly threads: readonly SceneThread[];
  readonly concerned: ReadonlySet<string> | undefined;
}) {
  const { threads, concerned } = props;
  const matters = (thread: SceneThread) => concerned === undefined || concerned.has(thread.id);
  const inOrder = [...threads.filter((thread) => !matters(thread)), ...threads.filter(matters)];
  return (
    <g>
      {inOrder.map((thread) => (
        <g key={thread.id}>
          <path
            d={thread.path.outline}
            className="fill-ground stroke-ground"
            strokeWidth={2 * RIM}
            strokeLinejoin="round"
          />
          <path
            d={thread.path.outline}
            className={`transition-opacity duration-200 ${KIND_FILL[thread.kind]}`}
            opacity={matters(thread) ? 1 : STEPPED_BACK}
          />
        </g>
      ))}
    </g>
  );
});

/** What is owned only in the end, through others: dashed, because no holding is behind it. */
export const LookThroughLayer = memo(function LookThroughLayer(props: {
  readonly threads: readonly LookThroughThread[];
}) {
  return (
    <g>
      {props.threads.map((thread) => (
        <path
          key={thread.id}
          d={thread.line}
          fill="none"
          className={KIND_STROKE[thread.kind]}
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="1 7"
        />
      ))}
    </g>
  );
});
