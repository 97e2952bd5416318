import { CORNER, type NodeKind } from "../geometry/shape.ts";

/** The outline of a kind around 0,0, `radius` half its height; paint with class names. */
export function NodeOutline(props: {
  readonly kind: NodeKind;
  readonly radius: number;
  readonly className: string;
  readonly strokeWidth?: number;
}) {
  const { kind, radius, ...paint } = props;
  if (kind === "network") {
    return (
      <rect
        x={-radius}
        y={-radius}
        width={2 * radius}
        height={2 * radius}
        rx={radius * CORNER}
        fill="none"
        {...paint}
      />
    );
  }
  if (kind === "pool") {
    return <path d={`M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z`} fill="none" {...paint} />;
  }
  return <circle r={radius} fill="none" {...paint} />;
}
