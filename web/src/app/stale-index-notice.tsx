import { CloudOff } from "lucide-react";
import { indexWords, isStale } from "./index-words.ts";
import { useFreshness } from "./use-freshness.ts";

/** A line under the header while the figures on the page are old. */
export function StaleIndexNotice() {
  const freshness = useFreshness();
  if (!isStale(freshness)) return null;
  return (
    <div role="status" className="border-b border-line bg-cloth text-bad">
      <p className="figures page flex items-center gap-2.5 py-2.5 text-table">
        <CloudOff aria-hidden="true" size={17} strokeWidth={1.6} className="shrink-0" />
        {indexWords(freshness).text}
      </p>
    </div>
  );
}
