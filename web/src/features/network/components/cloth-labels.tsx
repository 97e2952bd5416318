import type { ReactNode } from "react";
import { fitLabel, labelShare } from "../model/band-label.ts";
import type { ClothLayout, ClothThread } from "../model/cloth-layout.ts";

/** The crossing that is pointed at or focused, by number of member and holder. */
export interface Crossing {
  readonly member: number;
  readonly holder: number;
}

interface ClothLabelsProps {
  readonly layout: ClothLayout;
  readonly members: readonly ClothThread[];
  readonly holders: readonly ClothThread[];
  readonly active: Crossing | undefined;
}

/** Names and shares beside the threads, in screen pixels. */
export function ClothLabels({ layout, members, holders, active }: ClothLabelsProps): ReactNode {
  return (
    <g fontSize={layout.fontSize} className="figures select-none fill-ink">
      {members.map((member, index) => (
        <MemberLabel
          key={member.label.full}
          layout={layout}
          member={member}
          index={index}
          faded={active !== undefined && active.member !== index}
        />
      ))}
      {holders.map((holder, index) => (
        <HolderLabel
          key={holder.label.full}
          layout={layout}
          holder={holder}
          index={index}
          faded={active !== undefined && active.holder !== index}
        />
      ))}
    </g>
  );
}

interface MemberLabelProps {
  readonly layout: ClothLayout;
  readonly member: ClothThread;
  readonly index: number;
  readonly faded: boolean;
}

function MemberLabel({ layout, member, index, faded }: MemberLabelProps): ReactNode {
  const band = layout.weave.warp[index];
  if (band === undefined) return null;
  const x = layout.left + (band.start + band.end) / 2;
  const foot = layout.top - layout.weave.overhang - 8;
  const name = fitLabel(member.label, layout.fontSize, layout.memberRoom[index] ?? 0);
  const opacity = faded ? 0.4 : 1;
  if (layout.upright) {
    return (
      <text transform={`translate(${x + layout.fontSize * 0.35} ${foot}) rotate(-90)`} opacity={opacity}>
        <tspan fontWeight={600}>{name}</tspan>
        <tspan className="fill-ink-3"> {labelShare(member.share)}</tspan>
      </text>
    );
  }
  return (
    <text textAnchor="middle" opacity={opacity}>
      <tspan x={x} y={foot - layout.fontSize * 1.3} fontWeight={600}>
        {name}
      </tspan>
      <tspan x={x} y={foot} className="fill-ink-3">
        {labelShare(member.share)}
      </tspan>
    </text>
  );
}

interface HolderLabelProps {
  readonly layout: ClothLayout;
  readonly holder: ClothThread;
  readonly index: number;
  readonly faded: boolean;
}

function HolderLabel({ layout, holder, index, faded }: HolderLabelProps): ReactNode {
  const band = layout.weave.weft[index];
  if (band === undefined) return null;
  const x = layout.left - layout.weave.overhang - layout.weave.pitch / 2 - layout.labelGap;
  const y = layout.top + (band.start + band.end) / 2 + layout.fontSize * 0.35;
  const name = fitLabel(holder.label, layout.fontSize, layout.holderRoom);
  return (
    <text x={x} y={y} textAnchor="end" opacity={faded ? 0.4 : 1}>
      <tspan fontWeight={600}>{name}</tspan>
      <tspan className="fill-ink-3"> {labelShare(holder.share)}</tspan>
    </text>
  );
}
