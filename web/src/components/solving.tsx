import { useEffect, useState } from "react";
import { formatCount } from "../lib/format.ts";
import { Skeleton } from "./skeleton.tsx";

/** After so long the reader is told what takes its time, in milliseconds. */
const SLOW_MS = 2_000;

/** The place of something that is being worked out from a block; says so when it takes more than two seconds. */
export function Solving({ block, className }: { readonly block: number; readonly className?: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div>
      <Skeleton className={className ?? "h-16"} />
      <p role="status" className="mt-1.5 text-note text-ink-3 empty:hidden">
        {slow && `Reading block ${formatCount(block)} …`}
      </p>
    </div>
  );
}
