import { useEffect, useState } from "react";

const TICK_MS = 5_000;

/** The time in Unix seconds, often enough for words like “5 seconds ago”. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
