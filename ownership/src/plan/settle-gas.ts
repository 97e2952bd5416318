/** Gas that the parts of a settlement take. */
export interface SettleGas {
  /** What any settlement takes: 21,000, the arguments, the event, and what is touched first. */
  readonly transaction: bigint;
  /** The first harvest of a holder from a source within a transaction: storage is cold. */
  readonly hop: bigint;
  /** Each further harvest of the same holder from the same source. */
  readonly repeat: bigint;
  /** A claim, with its payment to the account. */
  readonly claim: bigint;
}

/**
 * What a settlement takes in the chain's native coin: no less than measured on random graphs, where storage that was zero is
 * written and gains stream in, and about a third more than on average. With an ERC-20, add what its transfer takes to each
 * harvest and claim. Data fees of rollups are not in it.
 */
export const SETTLE_GAS: SettleGas = { transaction: 45_000n, hop: 80_000n, repeat: 23_000n, claim: 45_000n };

/** Most gas that one transaction may have on Ethereum (EIP-7825); other chains have at least as much in a block. */
export const TRANSACTION_GAS_LIMIT: bigint = 2n ** 24n;

/** Puts the steps of a settlement into transactions, one after the other. */
export interface Packer {
  /** Adds a harvest to the last transaction, or to a new one when it has no room; false when none may be added. */
  addHop(entry: number): boolean;
  /** Whether the harvest that was added last was the first of its holder from its source in its transaction. */
  wasFirst(): boolean;
  /** How many claims there is room for after the harvests. */
  roomForClaims(): number;
  /** Transactions that the harvests and so many claims take. */
  transactionsWith(claims: number): number;
  /** Index of the transaction that the last harvest went into. */
  current(): number;
}

/** What a transaction has room for. */
export interface Room {
  readonly gas: SettleGas;
  readonly gasLimit: bigint;
  readonly maxTransactions: number;
}

/** An empty packer. `reserved` gas is left for claims. */
export function createPacker({ gas, gasLimit, maxTransactions }: Room, reserved = 0n): Packer {
  // Gas of whatever a transaction may have is far below 2⁵³.
  const [room, hop, repeat, claim] = [gasLimit - gas.transaction, gas.hop, gas.repeat, gas.claim].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const claimsPerTransaction = Math.floor(room / claim);
  const last = maxTransactions - 1;
  let touched = new Set<number>();
  let [index, used, first] = [0, 0, false];
  return {
    addHop: (entry) => {
      const limit = index === last ? room - Number(reserved) : room;
      first = !touched.has(entry);
      if (used + (first ? hop : repeat) > limit) {
        if (index >= last) return false;
        index += 1;
        used = 0;
        first = true;
        touched = new Set();
      }
      used += first ? hop : repeat;
      touched.add(entry);
      return true;
    },
    wasFirst: () => first,
    roomForClaims: () => Math.floor((room - used) / claim) + (last - index) * claimsPerTransaction,
    transactionsWith: (claims) => {
      const inLast = Math.floor((room - used) / claim);
      const more = claims <= inLast ? 0 : Math.ceil((claims - inLast) / claimsPerTransaction);
      return used === 0 && claims === 0 ? 0 : index + 1 + more;
    },
    current: () => index,
  };
}
