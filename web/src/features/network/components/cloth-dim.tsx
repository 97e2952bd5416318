import type { ReactNode } from "react";
import type { ClothLayout } from "../model/cloth-layout.ts";
import type { Crossing } from "./cloth-labels.tsx";

interface ClothDimProps {
  readonly layout: ClothLayout;
  readonly active: Crossing | undefined;
}

/** Dims the cloth around a crossing: the two bands that cross stay readable, the crossing itself is left clear. */
export function ClothDim({ layout, active }: ClothDimProps): ReactNode {
  const column = active && layout.weave.warp[active.member];
  const row = active && layout.weave.weft[active.holder];
  if (column === undefined || row === undefined) return null;
  const { weave, left, top } = layout;
  const out = weave.overhang + weave.pitch;
  const field = rectangle(-out, -out, weave.width + out, weave.height + out);
  const upright = rectangle(column.start, -out, column.end, weave.height + out);
  const leftArm = rectangle(-out, row.start, column.start, row.end);
  const rightArm = rectangle(column.end, row.start, weave.width + out, row.end);
  const crossing = rectangle(column.start, row.start, column.end, row.end);
  return (
    <g transform={`translate(${left} ${top})`} pointerEvents="none">
      <g fill="var(--cloth)" fillRule="evenodd">
        <path d={`${field}${upright}${leftArm}${rightArm}`} opacity={0.55} />
        <path d={`${field}${crossing}`} opacity={0.5} />
      </g>
      <rect
        x={column.start - 3}
        y={row.start - 3}
        width={column.end - column.start + 6}
        height={row.end - row.start + 6}
        rx={5}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={1.5}
      />
    </g>
  );
}

function rectangle(left: number, top: number, right: number, bottom: number): string {
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
}
