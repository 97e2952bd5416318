import { useEffect, useState } from "react";
import type { OwnershipSnapshot } from "../../data/ownership.ts";

const TICK_MS = 10_000;

/** The time that the next block will have at least, as `useChainTime` begins. */
export function chainTimeOf({ timestamp }: Pick<OwnershipSnapshot, "timestamp">): number {
  return Math.max(machineTime(), timestamp);
}

function machineTime(): number {
  return Math.floor(Date.now() / 1000);
}

/**
 * The time that the next block will have at least, Unix time: the later of the newest indexed block's and this machine's.
 *
 * A local chain's clock may have been moved ahead.
 */
export function useChainTime(snapshot: Pick<OwnershipSnapshot, "timestamp">): number {
  const [now, setNow] = useState(machineTime);
  useEffect(() => {
    const timer = setInterval(() => setNow(machineTime()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, snapshot.timestamp);
}
