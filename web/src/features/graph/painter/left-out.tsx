import { useId } from "react";
import type { Visible } from "../model/neighbourhood.ts";
import { DEFAULT_DEPTH } from "../model/neighbourhood.ts";
import { countWord } from "../model/words.ts";
import { MAX_DEPTH } from "../search.ts";

const DEPTHS: readonly number[] = Array.from({ length: MAX_DEPTH }, (_, index) => index + 1);

/** Says how much of a large graph is drawn, and lets the visitor draw more or less of it. */
export function LeftOut(props: {
  readonly visible: Visible;
  /** The name of the node around which a part is drawn. */
  readonly around: string;
  readonly depth: number | undefined;
  readonly onDepth: (depth: number) => void;
}) {
  const { visible, around, depth = DEFAULT_DEPTH, onDepth } = props;
  const field = useId();
  const all = visible.nodes.size + visible.leftOutNodes;
  const allThreads = visible.threads.length + visible.leftOutThreads;
  return (
    <div className="pointer-events-auto flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-line bg-cloth px-3 py-1.5 text-note text-ink-2">
      <p role="status" className="figures">
        {visible.nodes.size.toLocaleString("en")} of {all.toLocaleString("en")} shown around {around}
        <span className="max-sm:sr-only">
          , {visible.threads.length.toLocaleString("en")} of {allThreads.toLocaleString("en")} threads
        </span>
      </p>
      <label htmlFor={field} className="flex items-center gap-2">
        within
        <select
          id={field}
          value={depth}
          onChange={(event) => onDepth(Number(event.target.value))}
          className="min-h-9 rounded-small border border-line-strong bg-cloth px-2 text-ink"
        >
          {DEPTHS.map((each) => (
            <option key={each} value={each}>
              {each === 1 ? "one thread" : `${countWord(each)} threads`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
