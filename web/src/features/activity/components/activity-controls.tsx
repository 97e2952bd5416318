import { X } from "lucide-react";
import { useId } from "react";
import { Button } from "../../../components/button.tsx";
import { GROUP_WORDS, GROUPS, type Group } from "../model/groups.ts";

/** Narrows what is shown: to a group of kinds, and to what one of them takes part in. */
export function ActivityControls(props: {
  readonly group: Group;
  /** Name of whom it is narrowed to. */
  readonly of: string | undefined;
  readonly onGroup: (group: Group) => void;
  readonly onEverybody: () => void;
}) {
  const { group, of, onGroup, onEverybody } = props;
  const name = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <fieldset className="contents">
        <legend className="sr-only">What is shown</legend>
        {GROUPS.map((value) => (
          <label
            key={value}
            className="relative inline-flex min-h-11 cursor-pointer items-center rounded-control border border-line px-3.5 text-table font-medium text-ink-2 has-checked:border-ink has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={group === value}
              onChange={() => onGroup(value)}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {GROUP_WORDS[value]}
          </label>
        ))}
      </fieldset>
      {of !== undefined && (
        <Button onClick={onEverybody}>
          Only {of}
          <X aria-hidden="true" size={17} strokeWidth={1.6} />
          <span className="sr-only">, show everybody</span>
        </Button>
      )}
    </div>
  );
}
