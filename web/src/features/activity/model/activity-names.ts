import type { Names } from "../../../data/names/names.ts";
import type { ProtocolInfo } from "../../../data/ownership-snapshot.ts";

/** What sentences call people, networks and the currency; a whole snapshot is one. */
export interface ActivityNames extends Names {
  readonly protocol: Pick<ProtocolInfo, "currencySymbol" | "decimals">;
}
