import { X } from "lucide-react";
import { Button } from "../../../components/button.tsx";
import { Pills } from "../../../components/pills.tsx";
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
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Pills
        legend="What is shown"
        value={group}
        onChange={onGroup}
        items={GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
      />
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
