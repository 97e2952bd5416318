import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { Hash } from "viem";
import { chain } from "../../chain/chain.ts";
import { Copy } from "../../components/copy.tsx";
import { shortAddress } from "../../lib/address.ts";

/** A transaction to look up: a link where the chain has an explorer, else its hash to copy. */
export function TransactionLink({ hash }: { readonly hash: Hash }): ReactNode {
  const explorer = chain.blockExplorers?.default;
  if (explorer) {
    return (
      <a
        href={`${explorer.url}/tx/${hash}`}
        target="_blank"
        rel="noreferrer"
        className="inline-flex items-center gap-1 font-semibold underline underline-offset-3"
      >
        {shortAddress(hash)} on {explorer.name}
        <ExternalLink aria-hidden="true" size={14} strokeWidth={1.6} />
      </a>
    );
  }
  return (
    <span className="inline-flex items-center gap-1">
      <span className="font-mono text-label">{shortAddress(hash)}</span>
      <Copy text={hash} label="Copy the hash" />
    </span>
  );
}
