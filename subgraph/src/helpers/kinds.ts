/** Kinds of equity token, by the name of the entity that stores them. */
export const PERSONAL = "PersonalToken";
export const NETWORK = "NetworkToken";

/** Classes of holders, in the order of the contracts' `HolderClass`. */
export const WALLET = "WALLET";
export const TREASURY = "TREASURY";
export const EXCLUDED = "EXCLUDED";

/** Kinds of income, in the order of the contracts' `IncomeKind`. */
export const REALIZED = "REALIZED";
export const HARVESTED = "HARVESTED";
export const DONATED = "DONATED";

const HOLDER_CLASSES: string[] = [WALLET, TREASURY, EXCLUDED];
const INCOME_KINDS: string[] = [REALIZED, HARVESTED, DONATED];

/** Name of the contracts' `HolderClass` number. */
export function holderClassOf(index: i32): string {
  return HOLDER_CLASSES[index];
}

/** Name of the contracts' `IncomeKind` number. */
export function incomeKindOf(index: i32): string {
  return INCOME_KINDS[index];
}
