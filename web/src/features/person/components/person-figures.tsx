import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Figure, Figures } from "../../../components/figure.tsx";
import { Share } from "../../../components/share.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { personFigures } from "../model/person-view.ts";

/** The four figures of a person. */
export function PersonFigures(props: { readonly snapshot: OwnershipSnapshot; readonly token: TokenInfo }): ReactNode {
  const { snapshot, token } = props;
  const figures = useMemo(() => personFigures(snapshot, token), [snapshot, token]);
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  return (
    <Figures>
      <Figure
        label="Realized"
        explain="All gains that the person paid in, as the person reported them. The evidence stands beside each."
        note="as reported"
      >
        <Amount wei={figures.realized} unit={unit} decimals={decimals} className={gold(figures.realized)} />
      </Figure>
      <Figure
        label="Passed on to others"
        explain="Connected profit: of the realized gains, what rests with others in the end by today’s shares, around all circles. What comes back to the person is not counted."
        note="what it meant for others"
      >
        <Amount wei={figures.passedOn} unit={unit} decimals={decimals} className={gold(figures.passedOn)} />
      </Figure>
      <Figure
        label="Held by others"
        explain="Direct share: the shares that take part in income and are not in the person’s own wallet."
        note={token.holderCount === 1 ? "one holder in all" : `${token.holderCount} holders in all`}
      >
        <Share value={figures.heldByOthers} />
      </Figure>
      <Figure
        label="Due to holders"
        explain="Income that came in and that holders, networks included, have not claimed yet."
        note="not claimed yet"
      >
        <Amount wei={figures.dueToHolders} unit={unit} decimals={decimals} className={gold(figures.dueToHolders)} />
      </Figure>
    </Figures>
  );
}

/** Large figures of money take the brighter gold. */
function gold(wei: bigint): string {
  return wei > 0n ? "text-money" : "";
}
