import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { AmountField } from "../../../components/amount-field.tsx";
import { Swatch } from "../../../components/swatch.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { TermsView } from "../model/terms-view.ts";

interface StakeAmountsProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly view: TermsView;
  /** What the account holds of the member token, in wei. */
  readonly balance: bigint;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** Network shares that come out, in wei. */
  readonly shares: bigint;
  readonly refusal: string | undefined;
}

/** What goes in and what comes out. */
export function StakeAmounts(props: StakeAmountsProps): ReactNode {
  const { snapshot, token, view, balance, text, onTextChange, shares, refusal } = props;
  const { terms, left } = view;
  const member = snapshot.tokens.get(terms.member);
  const symbol = member?.symbol ?? "shares";
  const holdsLess = balance < left;
  return (
    <div className="grid gap-3">
      {terms.founding ? (
        <div>
          <div className="mb-1.5 flex items-baseline justify-between gap-3">
            <h3 className="text-table font-semibold">You stake</h3>
            <p className="text-note text-ink-3">
              You hold <Amount wei={balance} unit={symbol} />
            </p>
          </div>
          <FixedAmount wei={terms.cap} address={terms.member} kind={member?.kind ?? "person"} symbol={symbol} />
          <p className={refusal ? "mt-1.5 text-note text-bad" : "mt-1.5 text-note text-ink-3"}>
            {refusal ?? "Founders stake the whole amount at once."}
          </p>
        </div>
      ) : (
        <AmountField
          label="You stake"
          text={text}
          onTextChange={onTextChange}
          unit={symbol}
          max={holdsLess ? balance : left}
          maxLabel={holdsLess ? "You hold" : "Left under these terms"}
          error={refusal}
        />
      )}
      <p className="flex items-center gap-3 text-note text-ink-3">
        <Dashes />
        <ArrowDown aria-hidden="true" size={16} strokeWidth={1.6} />1 {symbol} gives {formatAmount(terms.rate)}{" "}
        {token.symbol}
        <Dashes />
      </p>
      <div>
        <h3 className="sr-only">You receive</h3>
        <FixedAmount wei={shares} address={token.address} kind="network" symbol={token.symbol} received />
      </div>
    </div>
  );
}

interface FixedAmountProps {
  readonly wei: bigint;
  readonly address: Address;
  readonly kind: "person" | "network";
  readonly symbol: string;
  readonly received?: boolean;
}

function FixedAmount({ wei, address, kind, symbol, received = false }: FixedAmountProps): ReactNode {
  return (
    <div
      className={`flex min-h-12 items-center justify-between gap-3 rounded-control px-3.5 py-2 ${received ? "bg-network-soft" : "border border-line bg-inset"}`}
    >
      <span className="figures font-display text-heading font-semibold">
        <Amount wei={wei} />
      </span>
      <span className="flex items-center gap-2 text-table font-semibold">
        <Swatch address={address} kind={kind} size={24} />
        {symbol}
      </span>
    </div>
  );
}

function Dashes(): ReactNode {
  return <span aria-hidden="true" className="flex-1 border-t border-dashed border-line-strong" />;
}
