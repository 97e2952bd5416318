import { type ReactNode, useMemo } from "react";
import { Swatch } from "../../components/swatch.tsx";
import { classNames } from "../../lib/class-names.ts";
import { formatAmount } from "../../lib/format.ts";
import { CLOTH, NETWORK_Y, PERSON_X } from "./story-cloth.ts";
import { StoryControls } from "./story-controls.tsx";
import { STORY_PEOPLE, type StoryFigures, type StoryPerson, storyFigures } from "./story-figures.ts";
import { StoryPicture, type StoryStep } from "./story-picture.tsx";
import { StorySteps } from "./story-steps.tsx";
import { useStory } from "./use-story.ts";

const NAMES: Readonly<Record<StoryPerson, string>> = { ada: "Ada", ben: "Ben", cleo: "Cleo" };

const two = (wei: bigint): string => formatAmount(wei, { maximumFractionDigits: 2 });

function steps({ gain, direct, toNetwork, inTheEnd }: StoryFigures): readonly { title: string; text: string }[] {
  return [
    {
      title: "People issue shares in themselves",
      text: "Each share is a part of what a person brings in over a life.",
    },
    {
      title: "They found a network",
      text: "Ada, Ben and Cleo each hand Trio a fifth of themselves, and own Trio in equal parts.",
    },
    {
      title: `Ada brings in ${two(gain)}`,
      text: `${two(direct)} belong to her own shares, ${two(toNetwork)} to the fifth that Trio owns.`,
    },
    {
      title: "Each of them gains",
      text: `Trio passes it on until it rests with people: Ada ${two(inTheEnd.ada)}, Ben ${two(inTheEnd.ben)}, Cleo ${two(inTheEnd.cleo)}. Nobody has to trust anybody for it.`,
    },
  ];
}

/** The idea in a minute: four steps and a cloth that shows each, on a phone before the words. */
export function Story(props: {
  /** What it is about. */
  readonly children: ReactNode;
  /** How to take part: on a desk after what it is about, on a phone after the story. */
  readonly begin: ReactNode;
}) {
  const figures = useMemo(storyFigures, []);
  const texts = steps(figures);
  const story = useStory();
  const { step, playing } = story;
  return (
    <div className="grid gap-x-12 gap-y-4 sm:gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-rows-[auto_auto_1fr]">
      <div className="min-w-0">{props.children}</div>
      <figure className="mx-auto w-full max-w-xl min-w-0 self-center lg:col-start-2 lg:row-span-3 lg:row-start-1">
        <People figures={figures} />
        <div className="relative">
          <StoryPicture step={step} onArrived={playing ? story.next : undefined} />
          <Network shown={step >= 1} />
        </div>
        <Receipts figures={figures} step={step} />
        <figcaption className="sr-only">
          An example with three people; the steps beside it say what the picture shows.
        </figcaption>
      </figure>
      <div className="min-w-0 lg:col-start-1 lg:row-start-3">
        <StorySteps steps={texts} step={step} onStep={story.show} />
        <StoryControls story={story} title={texts[step]?.title ?? ""} />
      </div>
      <div className="min-w-0 max-lg:mt-4 lg:col-start-1 lg:row-start-2">{props.begin}</div>
    </div>
  );
}

const across = (person: number): { left: string } => ({ left: `${((PERSON_X[person] ?? 0) / CLOTH.width) * 100}%` });

function People({ figures }: { figures: StoryFigures }) {
  return (
    <div aria-hidden="true" className="relative h-20">
      {Object.keys(figures.inTheEnd).map((person, index) => (
        <span key={person} className="absolute flex -translate-x-1/2 flex-col items-center gap-1" style={across(index)}>
          <Swatch address={`0x${person}`} kind="person" size={44} />
          <span className="text-note font-semibold">{NAMES[person as StoryPerson]}</span>
        </span>
      ))}
    </div>
  );
}

function Network({ shown }: { shown: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "absolute left-0 flex -translate-y-1/2 flex-col items-center gap-1 transition-opacity duration-200",
        !shown && "opacity-0",
      )}
      style={{ top: `${(NETWORK_Y / CLOTH.height) * 100}%` }}
    >
      <Swatch address="0xtrio" kind="network" size={34} />
      <span className="text-note font-semibold">Trio</span>
    </span>
  );
}

function Receipts({ figures, step }: { figures: StoryFigures; step: StoryStep }) {
  const rests = (person: StoryPerson): bigint | undefined => {
    if (step === 3) return figures.inTheEnd[person];
    return step === 2 && person === "ada" ? figures.direct : undefined;
  };
  return (
    <div aria-hidden="true" className="relative mt-1 h-8">
      {STORY_PEOPLE.map((person, index) => {
        const amount = rests(person);
        return (
          <span
            key={person}
            className={classNames(
              "figures absolute -translate-x-1/2 rounded-small bg-money-soft px-2 py-0.5 text-note font-semibold text-money-ink transition-opacity duration-200",
              amount === undefined && "opacity-0",
            )}
            style={across(index)}
          >
            +{two(amount ?? 0n)}
          </span>
        );
      })}
    </div>
  );
}
