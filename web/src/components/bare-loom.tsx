import type { ReactNode } from "react";

const STRANDS = 64;
const PITCH = 12;

/** The empty cloth: bare warp on the loom. */
export function BareLoom(): ReactNode {
  const path = Array.from({ length: STRANDS }, (_, index) => `M${index * PITCH + 6} 0V120`).join("");
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${STRANDS * PITCH} 120`} preserveAspectRatio="none" className="h-28 w-full">
      <path d={path} className="stroke-line" strokeWidth={2} vectorEffect="non-scaling-stroke" />
      <path
        d={`M0 8H${STRANDS * PITCH}M0 112H${STRANDS * PITCH}`}
        className="stroke-line-strong"
        strokeWidth={3}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
