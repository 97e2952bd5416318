import { useId } from "react";
import { type Kind, weaveOf } from "./weave.ts";

/** What a swatch shows. */
export interface SwatchProps {
  readonly address: string;
  readonly kind: Kind;
  /** Width and height in CSS pixels. */
  readonly size: number;
  /** Shown with an inner ring: not the token itself but what it holds. */
  readonly treasury?: boolean;
}

const UNDER = "#171326";
const OUTLINES: Readonly<Record<Kind, string>> = {
  person: "stroke-person",
  network: "stroke-network",
  pool: "stroke-pool",
  wallet: "stroke-wallet",
};

/** The cloth of an address, in the shape of its kind. Decoration: the name always stands beside it. */
export function Swatch({ address, kind, size, treasury = false }: SwatchProps) {
  const clip = useId();
  const stroke = size < 30 ? 1.5 : Math.max(2, Math.min(3, size / 20));
  const frame = { fill: "none", strokeWidth: stroke, className: OUTLINES[kind] };
  return (
    <svg aria-hidden="true" className="shrink-0" width={size} height={size} viewBox={`0 0 ${size} ${size}`}>
      {kind === "wallet" ? (
        <Shape kind={kind} size={size} inset={size * 0.14} {...frame} strokeWidth={Math.max(2, size / 10)} />
      ) : (
        <>
          <clipPath id={clip}>
            <Shape kind={kind} size={size} inset={stroke / 2} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            <rect width={size} height={size} fill={UNDER} />
            <Cloth address={address} kind={kind} size={size} />
          </g>
          <Shape kind={kind} size={size} inset={stroke / 2} {...frame} />
          {treasury && (
            <>
              <Shape
                kind={kind}
                size={size}
                inset={size * 0.22}
                fill="none"
                className="stroke-cloth"
                strokeWidth={stroke * 2.4}
              />
              <Shape kind={kind} size={size} inset={size * 0.22} {...frame} />
            </>
          )}
        </>
      )}
    </svg>
  );
}

function Cloth({ address, kind, size }: { address: string; kind: Exclude<Kind, "wallet">; size: number }) {
  const crossings = size < 30 ? 6 : 10;
  return (
    <g transform={`scale(${size / crossings})`}>
      {weaveOf(address, kind, crossings).map(({ fill, path }) => (
        <path key={fill} fill={fill} d={path} />
      ))}
    </g>
  );
}

interface ShapeProps {
  readonly kind: Kind;
  readonly size: number;
  readonly inset: number;
  readonly fill?: string;
  readonly className?: string;
  readonly strokeWidth?: number;
}

function Shape({ kind, size, inset, ...paint }: ShapeProps) {
  const middle = size / 2;
  const side = size - 2 * inset;
  if (kind === "network") {
    return <rect x={inset} y={inset} width={side} height={side} rx={side * 0.2} {...paint} />;
  }
  if (kind === "pool") {
    const reach = middle - inset;
    return <path d={`M${middle} ${inset}l${reach} ${reach}-${reach} ${reach}-${reach}-${reach}z`} {...paint} />;
  }
  return <circle cx={middle} cy={middle} r={side / 2} {...paint} />;
}
