import type { Session } from "../actions/session.ts";
import type { Stage } from "./stage.ts";
import type { Act, Story } from "./story-types.ts";

/** What a step is played on. */
export interface Scene {
  readonly session: Session;
  readonly story: Story;
  readonly stage: Stage;
}

/** The act of that name. */
export type ActNamed<Name extends Act["act"]> = Extract<Act, { act: Name }>;

/** How acts of those names are played. */
export type Players<Name extends Act["act"] = Act["act"]> = {
  readonly [Each in Name]: (scene: Scene, act: ActNamed<Each>) => Promise<unknown>;
};
