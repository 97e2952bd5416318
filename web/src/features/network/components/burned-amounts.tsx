import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Explain } from "../../../components/explain.tsx";
import type { Position } from "../../../data/network-positions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";

/** What comes back, what is burned for it, and what is left of both. Amounts in wei. */
export function BurnedAmounts(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly position: Position;
  readonly amount: bigint;
  readonly shares: bigint;
  readonly left: { readonly staked: bigint; readonly held: bigint };
}): ReactNode {
  const { snapshot, token, position, amount, shares, left } = props;
  const { member, account } = position;
  const symbol = snapshot.tokens.get(member)?.symbol ?? "shares";
  return (
    <dl className="grid gap-1.5 text-note">
      <Row label={account === member ? "Come back and are burned" : "Come back"}>
        <Amount wei={amount} unit={symbol} />
      </Row>
      <Row
        label={
          <Explain term="Are burned for it">
            As many {token.symbol} as the terms ask for each {symbol}, and at least as many as you received on average
            for what is still in. They cease to exist; shares that are still locked go first.
          </Explain>
        }
      >
        <Amount wei={shares} unit={token.symbol} />
      </Row>
      <Row label="Stay in">
        <Amount wei={left.staked} unit={symbol} />
      </Row>
      <Row label={snapshot.tokens.has(account) ? "The treasury keeps" : "You keep"}>
        <Amount wei={left.held} unit={token.symbol} />
      </Row>
    </dl>
  );
}

function Row({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-right font-semibold">{children}</dd>
    </div>
  );
}
