import type { ReactNode } from "react";
import { Notice } from "../../../components/notice.tsx";
import type { TokenInfo } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { StakeMove } from "../model/stake-preview.ts";
import type { TermsView } from "../model/terms-view.ts";

interface StakedProps {
  readonly move: StakeMove;
  /** Symbol of the member token. */
  readonly symbol: string;
  readonly token: TokenInfo;
}

/** Says what was just staked and what came out. */
export function Staked({ move, symbol, token }: StakedProps): ReactNode {
  return (
    <Notice tone="good" title="Staked" live>
      You handed over {formatAmount(move.amount)} {symbol} and received {formatAmount(move.shares)} {token.symbol}
      {move.to === move.account ? " in your wallet." : " in the treasury of your token."}
    </Notice>
  );
}

/** Says why terms can't be used, and the way out. */
export function TermsClosed({ view }: { readonly view: TermsView }): ReactNode {
  const isUsed = view.state === "used";
  return (
    <Notice tone={isUsed ? "good" : "info"} title={isUsed ? "You are in" : "These terms can’t be used"}>
      {view.reason}
    </Notice>
  );
}
