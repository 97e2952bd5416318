import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { Amount } from "../../../components/amount.tsx";
import { predictedTokenQueryOptions } from "../../../data/created-token.ts";
import { type Address, shortAddress } from "../../../lib/address.ts";
import { TokenFace } from "../../describe/components/token-face.tsx";
import { useWallet } from "../../wallet/use-wallet.ts";
import type { Launch, LaunchDraft } from "../model/read-launch.ts";

interface LaunchPreviewProps {
  readonly registry: Address;
  readonly draft: LaunchDraft;
  readonly launch: Launch;
}

/** The token as it will be on its first day. */
export function LaunchPreview({ registry, draft, launch }: LaunchPreviewProps): ReactNode {
  const { address: account } = useWallet();
  const predicted = useQuery({
    ...predictedTokenQueryOptions(useConfig(), registry, account ?? zeroAddress, "person"),
    enabled: account !== undefined,
  });
  const address = account && predicted.data;
  const { symbol } = launch.description;
  return (
    <div className="grid gap-4">
      <TokenFace
        kind="person"
        address={address}
        draft={draft.description}
        read={launch.description}
        unnamed="Your name"
      />
      <p className="text-note text-ink-3">
        {address ? (
          <>
            Its address will be <span className="font-mono whitespace-nowrap">{shortAddress(address)}</span>. The cloth
            is woven from it.
          </>
        ) : (
          "Connect a wallet to see the cloth that stands for you: it is woven from your token’s address."
        )}
      </p>
      <dl className="grid gap-2 border-t border-line pt-4 text-table">
        <Line term="You own of yourself">
          100 %
          {launch.shares > 0n && (
            <>
              {" "}
              · <Amount wei={launch.shares} unit={symbol === "" ? "shares" : symbol} />
            </>
          )}
        </Line>
        <Line term="Who may hold">{draft.holders === "open" ? "anybody" : "those you approve"}</Line>
        <Line term="It costs">only the network fee</Line>
      </dl>
    </div>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex flex-wrap justify-between gap-x-3">
      <dt className="text-ink-2">{term}</dt>
      <dd className="text-right font-semibold">{children}</dd>
    </div>
  );
}
