import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { ClothLayout } from "../model/cloth-layout.ts";
import type { Crossing } from "./cloth-labels.tsx";

interface ClothCrossingsProps {
  readonly layout: ClothLayout;
  /** Says what the grid is. */
  readonly label: string;
  /** Says what passes at a crossing. */
  readonly words: (crossing: Crossing) => string;
  readonly onActiveChange: (crossing: Crossing | undefined) => void;
}

/**
 * What is pointed at and focused: one place per crossing, over the drawn cloth.
 *
 * One stop for the Tab key; arrows, Home and End move between crossings, as in any grid.
 */
export function ClothCrossings({ layout, label, words, onActiveChange }: ClothCrossingsProps): ReactNode {
  const [current, setCurrent] = useState<Crossing>({ member: 0, holder: 0 });
  const grid = useRef<HTMLDivElement>(null);
  const { warp, weft } = layout.weave;
  const move = (event: KeyboardEvent): void => {
    const next = step(event.key, current, warp.length, weft.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    grid.current?.querySelector<HTMLElement>(`[data-crossing="${next.member} ${next.holder}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't lie over a drawing with its cells in place
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-colcount={warp.length}
      aria-rowcount={weft.length}
      className="absolute inset-0"
      onKeyDown={move}
      onPointerLeave={() => onActiveChange(undefined)}
    >
      {weft.map((row, holder) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div key={row.start} role="row" tabIndex={-1}>
          {warp.map((column, member) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={column.start}
              role="gridcell"
              data-crossing={`${member} ${holder}`}
              tabIndex={current.member === member && current.holder === holder ? 0 : -1}
              aria-label={words({ member, holder })}
              className="absolute cursor-default rounded-small"
              style={{
                left: layout.left + column.start,
                top: layout.top + row.start,
                width: column.end - column.start,
                height: row.end - row.start,
              }}
              onPointerEnter={() => onActiveChange({ member, holder })}
              onFocus={() => {
                setCurrent({ member, holder });
                onActiveChange({ member, holder });
              }}
              onBlur={() => onActiveChange(undefined)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function step(key: string, { member, holder }: Crossing, members: number, holders: number): Crossing | undefined {
  switch (key) {
    case "ArrowLeft":
      return { member: Math.max(0, member - 1), holder };
    case "ArrowRight":
      return { member: Math.min(members - 1, member + 1), holder };
    case "ArrowUp":
      return { member, holder: Math.max(0, holder - 1) };
    case "ArrowDown":
      return { member, holder: Math.min(holders - 1, holder + 1) };
    case "Home":
      return { member: 0, holder };
    case "End":
      return { member: members - 1, holder };
    default:
      return undefined;
  }
}
