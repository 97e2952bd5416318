import type { ReactNode } from "react";
import type { Mark } from "./chart-data.ts";

const GAP = 5;

/** What fills a surface of this mark, in a drawing whose `MarkPatterns` have the same `id`. */
export function markFill(mark: Mark, id: string): string {
  return mark === "solid" ? "var(--money)" : `url(#${id}-${mark})`;
}

/** The patterns of the marks that are not solid: gold, because all that charts show is money received. */
export function MarkPatterns({ id }: { readonly id: string }): ReactNode {
  const shared = { width: GAP, height: GAP, patternUnits: "userSpaceOnUse" } as const;
  return (
    <defs>
      <pattern id={`${id}-hatched`} {...shared} patternTransform="rotate(45)">
        <rect width={GAP} height={GAP} className="fill-money-soft" />
        <rect width={2.2} height={GAP} className="fill-money" />
      </pattern>
      <pattern id={`${id}-dotted`} {...shared}>
        <rect width={GAP} height={GAP} className="fill-cloth" />
        <circle cx={GAP / 2} cy={GAP / 2} r={1.4} className="fill-money" />
      </pattern>
    </defs>
  );
}

/** A small square of a mark, for the legend. */
export function MarkSample({ mark, id }: { readonly mark: Mark; readonly id: string }): ReactNode {
  return (
    <svg aria-hidden="true" width={14} height={14} className="shrink-0">
      <MarkPatterns id={id} />
      <rect x={0.5} y={0.5} width={13} height={13} rx={2} fill={markFill(mark, id)} className="stroke-money" />
    </svg>
  );
}
