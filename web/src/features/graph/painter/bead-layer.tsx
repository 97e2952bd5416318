import { useEffect, useRef } from "react";
import { BEADS_PER_RUN, beadsAt, turnDuration } from "../flow/beads.ts";
import type { MovingTurn } from "./painter.ts";

/** Beads of one turn, running along their threads; reports once when the last one has arrived. */
export function BeadLayer({ turn, onEnd }: { readonly turn: MovingTurn; readonly onEnd: () => void }) {
  const group = useRef<SVGGElement>(null);
  const end = useRef(onEnd);
  end.current = onEnd;

  useEffect(() => {
    const duration = turnDuration(turn.runs);
    const began = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const elapsed = now - began;
      if (elapsed >= duration) {
        end.current();
        return;
      }
      // Straight to the elements: sixty renders a second of the whole picture would not be smooth.
      for (const [index, run] of turn.runs.entries()) {
        const beads = group.current?.children[index]?.children;
        for (const [place, point] of beadsAt(run, elapsed).entries()) {
          const bead = beads?.[place];
          bead?.setAttribute("visibility", point ? "visible" : "hidden");
          if (point) bead?.setAttribute("transform", `translate(${point.x} ${point.y})`);
        }
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [turn]);

  return (
    <g ref={group} opacity={turn.strength}>
      {turn.runs.map((run) => (
        <g key={run.id}>
          {Array.from({ length: BEADS_PER_RUN }, (_, index) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: beads have no identity but their place
              key={index}
              r={run.radius}
              visibility="hidden"
              className="fill-thread stroke-ground"
              strokeWidth="1.6"
              paintOrder="stroke"
            />
          ))}
        </g>
      ))}
    </g>
  );
}
