import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";
import { parseAmount } from "../../lib/parse-amount.ts";
import { usesReducedMotion } from "../../lib/reduced-motion.ts";
import { gainFlow } from "./flow/gain-flow.ts";
import { moneyWords } from "./flow/money-words.ts";
import { usePlayback } from "./flow/use-playback.ts";
import { filterView } from "./model/filter-view.ts";
import { graphCircles } from "./model/graph-circles.ts";
import { graphView } from "./model/graph-view.ts";
import { visiblePart } from "./model/neighbourhood.ts";
import { snapshotKey } from "./model/snapshot-key.ts";
import { useGraphSearch } from "./use-graph-search.ts";

/**
 * Everything that the graph page shows, derived from what is owned, its block's Unix time and the page's link. A change of the
 * link is followed in the background, so that the press that made it is answered first; until then all of it stays the same.
 */
export function useGraph(latest: OwnershipSnapshot, timestamp: number) {
  const snapshot = useUnchanged(latest);
  const { search: asked, change } = useGraphSearch();
  const search = useDeferredValue(asked);
  const view = useMemo(() => graphView(snapshot), [snapshot]);
  const circles = useMemo(() => graphCircles(snapshot, view), [snapshot, view]);
  const selected = search.node && view.nodeOf.get(search.node);
  const gain = search.gain === undefined ? undefined : String(search.gain);
  const flow = useFlow(snapshot, view, selected, gain);
  const subject = `${selected} ${gain}`;
  const playback = usePlayback(subject, flow?.flow.steps.length ?? 0);
  const { networks, least, hide, depth, way } = search;
  const filtered = useMemo(
    () => filterView(view, { networks, least, hide }, selected),
    [view, networks, least, hide, selected],
  );
  const visible = useMemo(() => visiblePart(filtered, { selected, depth, way }), [filtered, selected, depth, way]);

  const select = useCallback(
    (node: Address | undefined) => change({ node, gain: undefined, step: undefined }),
    [change],
  );
  const { start, stop } = playback;
  const watch = useCallback(
    (watched: string) => {
      if (usesReducedMotion()) {
        change({ gain: watched, step: 1 });
        return;
      }
      start(`${selected} ${watched}`);
      change({ gain: watched, step: undefined });
    },
    [change, start, selected],
  );
  const showStep = useCallback(
    (wanted: number | undefined) => {
      stop();
      change({ step: wanted }, { replace: true });
    },
    [change, stop],
  );
  const step = flow && search.step !== undefined && search.step <= flow.flow.steps.length ? search.step : undefined;
  // The block that all of it is of, which a block without a change leaves behind.
  const block = useMemo(() => ({ number: latest.block, timestamp }), [latest.block, timestamp]);
  return useMemo(
    () => ({
      snapshot,
      block,
      search,
      change,
      view,
      circles,
      selected,
      gain,
      visible,
      ...flow,
      step,
      playback,
      select,
      watch,
      showStep,
    }),
    [
      snapshot,
      block,
      search,
      change,
      view,
      circles,
      selected,
      gain,
      visible,
      flow,
      step,
      playback,
      select,
      watch,
      showStep,
    ],
  );
}

/** What the panel and the picture share. */
export type GraphState = ReturnType<typeof useGraph>;

/** The earlier of two snapshots that say the same, so that a block that changes nothing does not move the picture. */
function useUnchanged(latest: OwnershipSnapshot): OwnershipSnapshot {
  const kept = useRef<{ key: string; snapshot: OwnershipSnapshot }>(undefined);
  return useMemo(() => {
    const key = snapshotKey(latest);
    if (kept.current?.key !== key) kept.current = { key, snapshot: latest };
    return kept.current.snapshot;
  }, [latest]);
}

function useFlow(
  snapshot: OwnershipSnapshot,
  view: ReturnType<typeof graphView>,
  selected: Address | undefined,
  gain: string | undefined,
) {
  return useMemo(() => {
    if (selected === undefined || gain === undefined || !snapshot.tokens.has(selected)) return undefined;
    const { decimals } = snapshot.protocol;
    const amount = parseAmount(gain, decimals);
    if (!amount.ok || amount.value === 0n) return undefined;
    return { flow: gainFlow(snapshot, view, selected, amount.value), money: moneyWords(amount.value, decimals) };
  }, [snapshot, view, selected, gain]);
}
