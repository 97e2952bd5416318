import { useEffect, useState } from "react";
import { formatCount } from "../lib/format.ts";
import { Skeleton } from "./skeleton.tsx";

/** After so long the reader is told what takes its time, in milliseconds. */
const SLOW_MS = 2_000;

interface SolvingProps {
  /** The block that is read; undefined while not even that is known. */
  readonly block: number | undefined;
  readonly className?: string;
}

/** The place of something that is being worked out from a block; says so when it takes more than two seconds. */
export function Solving({ block, className }: SolvingProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div>
      <Skeleton className={className ?? "h-16"} />
      <p role="status" className="mt-1.5 text-note text-ink-3 empty:hidden">
        {slow && (block === undefined ? "Reading the newest block …" : `Reading block ${formatCount(block)} …`)}
      </p>
    </div>
  );
}
