import { BigInt } from "@graphprotocol/graph-ts";
import { Holding, TreasuryProvenance } from "../../generated/schema";

/** What a treasury's holding earned by origin; nothing where it never earned. */
export function getOrCreateTreasuryProvenance(holding: Holding): TreasuryProvenance {
  const known = TreasuryProvenance.load(holding.id);
  if (known !== null) return known;
  const provenance = new TreasuryProvenance(holding.id);
  provenance.holding = holding.id;
  provenance.debts = [] as BigInt[];
  provenance.inTransit = [] as BigInt[];
  return provenance;
}
