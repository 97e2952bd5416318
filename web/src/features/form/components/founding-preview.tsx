import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { useConfig } from "wagmi";
import { Amount } from "../../../components/amount.tsx";
import { Explain } from "../../../components/explain.tsx";
import { Share } from "../../../components/share.tsx";
import { Swatch } from "../../../components/swatch.tsx";
import { predictedTokenQueryOptions } from "../../../data/created-token.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { TokenFace } from "../../describe/components/token-face.tsx";
import { useHeld } from "../../token/use-held.ts";
import type { FormDraft } from "../model/form-draft.ts";
import type { Founding } from "../model/read-form.ts";
import type { FounderRead } from "../model/read-founders.ts";

interface FoundingPreviewProps {
  /** Where networks are formed. */
  readonly registry: Address;
  readonly account: Address | undefined;
  readonly draft: FormDraft;
  readonly founding: Founding;
  /** Whether a transaction is forming it: the network after this one has another address. */
  readonly forming: boolean;
}

/** The network once every founder has staked: who owns what of it, and what it owns of whom. */
export function FoundingPreview({ registry, account, draft, founding, forming }: FoundingPreviewProps): ReactNode {
  const predicted = useQuery({
    ...predictedTokenQueryOptions(useConfig(), registry, account ?? zeroAddress, "network"),
    enabled: account !== undefined,
  });
  const address = useHeld(account && predicted.data, forming);
  const { description, founders } = founding;
  const rows = founders.rows.filter(({ founder }) => founder !== undefined);
  return (
    <div className="grid gap-4">
      <TokenFace
        kind="network"
        address={address}
        draft={draft.description}
        read={description}
        unnamed="The network’s name"
      />
      {rows.length === 0 ? (
        <p className="border-t border-line pt-4 text-note text-ink-2">
          Name a founder and a stake to see who will own what of the network, and what it will own of whom.
        </p>
      ) : (
        <>
          <Parts rows={rows} supply={founders.supply} name={description.symbol || "the network"} />
          <p className="flex justify-between gap-3 border-t border-line pt-3 text-table">
            <span className="text-ink-2">Shares in all</span>
            <span className="font-semibold">
              <Amount wei={founders.supply} unit={description.symbol || "shares"} />
            </span>
          </p>
        </>
      )}
    </div>
  );
}

interface PartsProps {
  readonly rows: readonly FounderRead[];
  /** In wei. */
  readonly supply: bigint;
  readonly name: string;
}

function Parts({ rows, supply, name }: PartsProps): ReactNode {
  return (
    <table className="w-full border-collapse text-note">
      <caption className="sr-only">Who owns what once all founders have staked</caption>
      <thead className="text-label text-ink-3">
        <tr>
          <th scope="col" className="pb-1.5 text-left font-medium">
            Founder
          </th>
          <th scope="col" className="pb-1.5 pl-2 text-right font-medium *:min-h-6">
            <Explain term="owns of it">Direct share: the founder’s part of all network shares.</Explain>
          </th>
          <th scope="col" className="pb-1.5 pl-2 text-right font-medium *:min-h-6">
            <Explain term="it owns">
              Direct share: what {name} holds of the founder’s shares that take part in income.
            </Explain>
          </th>
        </tr>
      </thead>
      <tbody className="figures">
        {rows.map(({ draft, token, shares, stake }) => (
          <tr key={draft.key} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal">
              <span className="flex min-w-0 items-center gap-2">
                {token && <Swatch address={token.address} kind={token.kind} size={20} />}
                <span className="wrap-anywhere">{token?.name}</span>
              </span>
            </th>
            <td className="py-2 pl-2 text-right font-semibold whitespace-nowrap">
              <Share value={shareOf(shares, supply)} />
            </td>
            <td className="py-2 pl-2 text-right font-semibold whitespace-nowrap">
              <Share value={shareOf(stake, token?.eligibleSupply ?? 0n)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
