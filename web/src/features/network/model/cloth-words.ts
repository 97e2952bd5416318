import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import { formatAmount } from "../../../lib/format.ts";
import type { ClothView } from "./cloth-view.ts";

/** A crossing told in words, its parts apart so that figures can be set apart. */
export interface CrossingWords {
  /** "Of 100 ETH that Ada Okafor realizes, Trio pays" */
  readonly before: string;
  /** "7.142 ETH" */
  readonly amount: string;
  /** "to Ben Lindqvist" */
  readonly after: string;
}

/** What passes at a crossing: of a gain of the member, what this network pays to this holder, all turns counted. */
export function crossingWords(
  cloth: ClothView,
  network: string,
  { currencySymbol, decimals }: Pick<OwnershipSnapshot["protocol"], "currencySymbol" | "decimals">,
  member: number,
  holder: number,
): CrossingWords | undefined {
  const column = cloth.members[member];
  const row = cloth.holders[holder];
  const amount = cloth.crossings[member]?.[holder];
  if (column === undefined || row === undefined || amount === undefined) return undefined;
  const unit = formatAmount(cloth.unit, { decimals });
  const gains = column.kind === "network" ? "takes in" : column.kind === "others" ? "gain, evenly," : "realizes";
  return {
    before: `Of ${unit} ${currencySymbol} that ${column.label.full} ${gains}, ${network} pays`,
    amount: `${formatAmount(amount, { decimals, maximumFractionDigits: 2 })} ${currencySymbol}`,
    after: `to ${row.label.full}`,
  };
}
