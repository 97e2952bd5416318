import type { StoryStep } from "./story-picture.tsx";

/** The story in words, a button each. Where there is no room beside the picture, only the step that it shows. */
export function StorySteps(props: {
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  readonly step: StoryStep;
  readonly onStep: (step: StoryStep) => void;
}) {
  const { steps, step, onStep } = props;
  return (
    // On a phone all of them lie in one place, so that nothing below moves with the story.
    <ol className="grid gap-1 max-lg:*:[grid-area:1/1] sm:-ml-3">
      {steps.map(({ title, text }, index) => (
        <li key={title} className={index === step ? "" : "max-lg:invisible"}>
          <button
            type="button"
            aria-pressed={index === step}
            onClick={() => onStep(index as StoryStep)}
            className="group flex size-full cursor-pointer gap-3.5 rounded-control px-3 py-2.5 text-left hover:bg-inset aria-pressed:bg-inset"
          >
            <span className="figures grid size-7 shrink-0 place-items-center rounded-full border border-line-strong text-note font-semibold text-ink-2 group-aria-pressed:border-action group-aria-pressed:bg-action group-aria-pressed:text-on-action">
              {index + 1}
            </span>
            <span className="min-w-0">
              <span className="block font-semibold">{title}</span>
              <span className="block text-note text-ink-2">{text}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
