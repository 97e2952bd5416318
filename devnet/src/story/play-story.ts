import { BaseError } from "viem";
import { refusalOf } from "../actions/refusal-of.ts";
import type { Session } from "../actions/session.ts";
import { StoryError } from "../errors.ts";
import { playStep } from "./play-step.ts";
import { createStage, type Stage } from "./stage.ts";
import type { Story } from "./story-types.ts";

const SECONDS_PER_DAY = 86_400;

/** Days from a story's beginning to its last step, on a chain whose votes count so many seconds as a day. */
export function daysOf(story: Story, secondsPerDay = SECONDS_PER_DAY): number {
  const ends = story.steps.map(({ day, votingDays = 0 }) => day + (votingDays * secondsPerDay) / SECONDS_PER_DAY);
  return Math.max(0, ...ends);
}

/** Told before each step that is played. */
export type OnStep = (done: number, total: number) => void;

/**
 * Plays a story, beginning at the chain's own time; afterwards the chain's clock stands at the present if the story
 * began early enough. Returns the stage: where everybody and everything of the story is.
 *
 * @throws StoryError naming the step that failed, with the chain's reason as its cause.
 */
export async function playStory(session: Session, story: Story, onStep: OnStep = () => {}): Promise<Stage> {
  const { client } = session;
  const stage = createStage(story);
  const begin = Number((await client.getBlock()).timestamp);
  for (const [index, step] of story.steps.entries()) {
    onStep(index, story.steps.length);
    try {
      const votingSeconds = (step.votingDays ?? 0) * session.deployment.secondsPerDay;
      await moveClock(session, begin + Math.round(step.day * SECONDS_PER_DAY + votingSeconds));
      await playStep({ session, story, stage }, step);
    } catch (cause) {
      const { act, day } = step;
      throw new StoryError(`Step ${index} of the story (${act}, day ${day}) failed: ${reasonOf(cause)}`, { cause });
    }
  }
  await moveClock(session, Math.floor(Date.now() / 1000));
  return stage;
}

/** Makes a block of that time, if it is later than the last block's; the chain's clock goes on from there. */
async function moveClock({ client }: Session, time: number): Promise<void> {
  const { timestamp } = await client.getBlock();
  if (BigInt(time) <= timestamp) return;
  await client.setNextBlockTimestamp({ timestamp: BigInt(time) });
  // Reads and simulations see the last block's time, so that block has to be there before the step.
  await client.mine({ blocks: 1 });
}

/** The contract's own error where there is one. */
function reasonOf(cause: unknown): string {
  const refusal = refusalOf(cause);
  if (refusal !== undefined) return `${refusal.name}(${refusal.args.join(", ")})`;
  return cause instanceof BaseError ? cause.shortMessage : String(cause);
}
