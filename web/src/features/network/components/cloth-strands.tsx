import type { ReactNode } from "react";
import type { ClothLayout } from "../model/cloth-layout.ts";
import type { BandPaint, ThreadTone } from "../model/cloth-paint.ts";
import { type Band, floatsPath, strandFloats, warpPath, weftPath } from "../model/weave.ts";

interface ClothStrandsProps {
  readonly layout: ClothLayout;
  readonly members: readonly BandPaint[];
  readonly holders: readonly BandPaint[];
}

const TONES: Record<ThreadTone, string> = {
  person: "var(--person)",
  network: "var(--network)",
  wallet: "var(--wallet)",
  others: "var(--line-strong)",
};

/**
 * The threads of a cloth: warp, then the holders' threads over it, then the parts of the warp that come up again.
 *
 * One path per band, however many strands it has, so that a large cloth stays a small document.
 */
export function ClothStrands({ layout, members, holders }: ClothStrandsProps): ReactNode {
  const cloth = layout.weave;
  const width = cloth.pitch * 0.72;
  return (
    <g fill="none" strokeLinecap="round" transform={`translate(${layout.left} ${layout.top})`}>
      {cloth.warp.map((band, index) => (
        <g key={band.start} strokeWidth={width}>
          <path d={warpPath(cloth, band)} stroke={strokeOf(members[index])} />
          <GoldenStrands layout={layout} band={band} paint={members[index]} path={goldenWarp} />
        </g>
      ))}
      {cloth.weft.map((band, index) => (
        <g key={band.start}>
          <path d={weftPath(cloth, band)} stroke="var(--cloth)" strokeWidth={cloth.pitch * 1.02} strokeLinecap="butt" />
          <path d={weftPath(cloth, band)} stroke={strokeOf(holders[index])} strokeWidth={width} />
        </g>
      ))}
      {cloth.warp.map((band, index) => (
        <g key={band.start}>
          <path
            d={floatsPath(cloth, band)}
            stroke="var(--cloth)"
            strokeWidth={cloth.pitch * 1.02}
            strokeLinecap="butt"
          />
          <path d={floatsPath(cloth, band)} stroke={strokeOf(members[index])} strokeWidth={width} />
          <g strokeWidth={width}>
            <GoldenStrands layout={layout} band={band} paint={members[index]} path={strandFloats} />
          </g>
        </g>
      ))}
    </g>
  );
}

interface GoldenStrandsProps {
  readonly layout: ClothLayout;
  readonly band: Band;
  readonly paint: BandPaint | undefined;
  readonly path: (cloth: ClothLayout["weave"], x: number, strand: number) => string;
}

function GoldenStrands({ layout, band, paint, path }: GoldenStrandsProps): ReactNode {
  return paint?.golden.map((strand) => {
    const x = band.strands[strand];
    if (x === undefined) return null;
    return <path key={strand} d={path(layout.weave, x, band.first + strand)} stroke="var(--thread)" />;
  });
}

function goldenWarp(cloth: ClothLayout["weave"], x: number): string {
  return `M${x} ${-cloth.overhang}V${cloth.height + cloth.overhang}`;
}

function strokeOf(paint: BandPaint | undefined): string {
  if (paint === undefined) return TONES.others;
  const colour = TONES[paint.tone];
  return paint.hue === 0 ? colour : `oklch(from ${colour} l c calc(h + ${paint.hue}))`;
}
