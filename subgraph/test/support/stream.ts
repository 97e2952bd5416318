import type { IndexedHolding, IndexedToken } from "./read-index.ts";

/** Least shares that income is divided by, in wei. */
const MIN_ELIGIBLE = 10n ** 15n;

/** What of a token's stream had accrued at `time`, in wei of the currency, as the schema says how to compute it. */
function accruedAt(token: IndexedToken, time: bigint): bigint {
  const [left, end, last] = [token.streamLeft, token.streamEnd, token.lastAccrual].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ];
  if (left === 0n || BigInt(token.eligibleSupply) < MIN_ELIGIBLE) return 0n;
  if (time >= end) return left;
  return time <= last ? 0n : (left * (time - last)) / (end - last);
}

/** Income per share × 2¹²⁸ as it is at `time`, Unix time, from indexed fields alone. */
export function incomePerShareAt(token: IndexedToken, time: bigint): bigint {
  const accrued = accruedAt(token, time);
  const before = BigInt(token.incomePerShare);
  return accrued === 0n ? before : before + (accrued << 128n) / BigInt(token.eligibleSupply);
}

/** What a holder can claim at `time`: max(0, ⌊balance × incomePerShare / 2¹²⁸⌋ − debt), and nothing as a pool. */
export function claimableAt(holding: IndexedHolding, token: IndexedToken, time: bigint): bigint {
  if (holding.class === "EXCLUDED") return 0n;
  const due = ((BigInt(holding.balance) * incomePerShareAt(token, time)) >> 128n) - BigInt(holding.debt);
  return due > 0n ? due : 0n;
}
