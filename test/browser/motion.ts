import type { Page } from "@playwright/test";

/** A movement this short is none, in milliseconds: what styles set where nothing should move. */
const INSTANT_MS = 1;

/** Everything that moves on the page now for longer than an instant, each by what it moves. */
export async function movements(page: Page): Promise<readonly string[]> {
  return await page.evaluate((instant) => {
    const moving = document.getAnimations().filter((animation) => {
      const { activeDuration } = animation.effect?.getComputedTiming() ?? {};
      return animation.playState === "running" && Number(activeDuration ?? 0) > instant;
    });
    return moving.map((animation) => {
      const { target } = animation.effect as KeyframeEffect;
      const what =
        animation instanceof CSSAnimation ? animation.animationName : (animation as CSSTransition).transitionProperty;
      return `${what} of ${target?.tagName.toLowerCase()}.${target?.getAttribute("class")}`;
    });
  }, INSTANT_MS);
}
