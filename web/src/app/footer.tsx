import { useQuery } from "@tanstack/react-query";
import { chain } from "../chain/chain.ts";
import { indexStatusQueryOptions } from "../data/index-status.ts";
import { indexWords } from "./index-words.ts";
import { useChainBlock } from "./use-chain-block.ts";
import { useNow } from "./use-now.ts";

/** How fresh the figures are: the index's block, and a warning when it is behind or silent. */
export function Footer() {
  const status = useQuery(indexStatusQueryOptions);
  const head = useChainBlock();
  const now = useNow();
  const words = indexWords({ status: status.data, failed: status.isError, head, now });
  return (
    <footer className="mt-auto border-t border-line">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-5 text-label text-ink-3">
        <p role={words.tone === "bad" ? "status" : undefined} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={
              words.tone === "good"
                ? "size-2 rounded-full bg-good"
                : words.tone === "bad"
                  ? "size-2 bg-bad"
                  : "size-2 rounded-full bg-line-strong"
            }
          />
          <span className="figures">{words.text}</span>
        </p>
        <p>{chain.name} · equity in people, and in the networks that hold them</p>
      </div>
    </footer>
  );
}
