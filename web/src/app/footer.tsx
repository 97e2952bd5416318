import { chain } from "../chain/chain.ts";
import { indexWords } from "./index-words.ts";
import { useFreshness } from "./use-freshness.ts";

/** How fresh the figures are: the index's block, and a warning when it is behind or silent. */
export function Footer() {
  const words = indexWords(useFreshness());
  return (
    <footer className="mt-auto border-t border-line">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-5 text-label text-ink-3">
        <p className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={
              words.tone === "good"
                ? "size-2 rounded-full bg-good forced-color-adjust-none"
                : words.tone === "bad"
                  ? "size-2 bg-bad forced-color-adjust-none"
                  : "size-2 rounded-full bg-line-strong forced-color-adjust-none"
            }
          />
          <span className="figures">{words.text}</span>
        </p>
        <p>{chain.name} · equity in people, and in the networks that hold them</p>
      </div>
    </footer>
  );
}
