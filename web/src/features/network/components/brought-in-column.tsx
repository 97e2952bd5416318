import { Amount } from "../../../components/amount.tsx";
import type { Column } from "../../../components/data-table.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { columnDigits } from "../../token/column-digits.ts";

interface BroughtIn {
  /** Income of the network, in wei of the currency. */
  readonly broughtIn: bigint;
}

/** The column of what each brought in, with as many digits as all of them need; `explain` says from whom. */
export function broughtInColumn<Row extends BroughtIn>(
  { protocol: { currencySymbol, decimals } }: OwnershipSnapshot,
  rows: readonly Row[],
  explain: string,
): Column<Row> {
  const digits = columnDigits(
    rows.map(({ broughtIn }) => broughtIn),
    decimals,
  );
  return {
    key: "brought",
    header: "Brought in",
    explain,
    numeric: true,
    sortBy: ({ broughtIn }) => broughtIn,
    cell: ({ broughtIn }) =>
      broughtIn === 0n ? (
        <span className="text-ink-3">none yet</span>
      ) : (
        <span className="font-semibold">
          <Amount wei={broughtIn} unit={currencySymbol} decimals={decimals} money {...digits} />
        </span>
      ),
  };
}
