import { type ReactNode, useMemo, useState } from "react";
import type { ClothLayout } from "../model/cloth-layout.ts";
import { paintHolders, paintMembers } from "../model/cloth-paint.ts";
import type { ClothView } from "../model/cloth-view.ts";
import { ClothCrossings } from "./cloth-crossings.tsx";
import { ClothDim } from "./cloth-dim.tsx";
import { ClothLabels, type Crossing } from "./cloth-labels.tsx";
import { ClothStrands } from "./cloth-strands.tsx";

interface ClothLoomProps {
  readonly cloth: ClothView;
  readonly layout: ClothLayout;
  readonly label: string;
  readonly words: (crossing: Crossing) => string;
  readonly onActiveChange: (crossing: Crossing | undefined) => void;
}

/** The woven cloth with its labels, and the crossings that answer to pointer and keys. */
export function ClothLoom({ cloth, layout, label, words, onActiveChange }: ClothLoomProps): ReactNode {
  const [active, setActive] = useState<Crossing>();
  const members = useMemo(
    () =>
      paintMembers(
        cloth.members,
        layout.weave.warp.map((band) => band.strands.length),
      ),
    [cloth.members, layout],
  );
  const holders = useMemo(() => paintHolders(cloth.holders), [cloth.holders]);
  // The strands are many paths: they are drawn once, and only what lies over them changes while pointing.
  const strands = useMemo(
    () => <ClothStrands layout={layout} members={members} holders={holders} />,
    [layout, members, holders],
  );
  const change = (crossing: Crossing | undefined): void => {
    setActive(crossing);
    onActiveChange(crossing);
  };
  return (
    <div className="relative mx-auto" style={{ width: layout.width, height: layout.height }}>
      <svg aria-hidden="true" width={layout.width} height={layout.height} className="block overflow-visible">
        {strands}
        <ClothDim layout={layout} active={active} />
        <ClothLabels layout={layout} members={cloth.members} holders={cloth.holders} active={active} />
      </svg>
      <ClothCrossings layout={layout} label={label} words={words} onActiveChange={change} />
    </div>
  );
}
