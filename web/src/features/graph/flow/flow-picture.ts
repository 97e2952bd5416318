import type { Scene } from "../layout/scene.ts";
import type { GraphView } from "../model/graph-view.ts";
import type { MovingTurn, PainterProps } from "../painter/painter.ts";
import { type BeadRun, beadRadius } from "./beads.ts";
import { flowChips } from "./flow-chips.ts";
import type { FlowStep } from "./flow-steps.ts";
import type { GainFlow } from "./gain-flow.ts";
import type { MoneyWords } from "./money-words.ts";

/** What a flow adds to the picture. */
export type FlowPicture = Pick<PainterProps, "concerned" | "chips" | "coming" | "moving" | "source">;

/**
 * The picture of a flow: while turn `playing` runs, what has come before it and its beads; at a `step`, what has come
 * by then; without both, the end. Turns and steps count from 1.
 */
export function flowPicture(options: {
  flow: GainFlow;
  scene: Scene;
  view: GraphView;
  money: MoneyWords;
  playing: number | undefined;
  step: number | undefined;
}): FlowPicture {
  const { flow, scene, view, money, playing, step } = options;
  const source = flow.source;
  const coming = flowChips(flow, view, money, undefined);
  if (playing !== undefined) {
    const turn = flow.steps[playing - 1];
    return {
      source,
      concerned: turn && !turn.remainder ? threadsOf(turn) : new Set(flow.carried.keys()),
      chips: flowChips(flow, view, money, playing - 1),
      coming,
      moving: turn && movingTurn(turn, flow, scene, `${source} ${flow.gain} ${playing}`),
    };
  }
  const shown = step === undefined ? undefined : flow.steps[step - 1];
  return {
    source,
    concerned: shown && !shown.remainder ? threadsOf(shown) : new Set(flow.carried.keys()),
    chips: flowChips(flow, view, money, step),
    coming,
    moving: undefined,
  };
}

function threadsOf(step: FlowStep): ReadonlySet<string> {
  return new Set(step.passings.flatMap(({ token, parts }) => parts.map((part) => `${token} ${part.holder}`)));
}

/** Beads on the threads that can be seen; what someone pays to themselves has no thread to run along. */
function movingTurn(step: FlowStep, flow: GainFlow, scene: Scene, key: string): MovingTurn {
  const runs = step.passings.flatMap(({ token, parts }) =>
    parts.flatMap(({ holder, amount }): BeadRun[] => {
      const thread = scene.threadById.get(`${token} ${holder}`);
      const part = flow.gain === 0n ? 0 : Number(amount) / Number(flow.gain);
      return thread ? [{ id: thread.id, way: thread.path.measured, radius: beadRadius(part) }] : [];
    }),
  );
  return { key, runs, strength: step.strength };
}
