import type { Hash } from "viem";
import { type Explanation, explainError, isRejection } from "./explain-error.ts";
import type { TransactState } from "./transact-state.ts";

/** What a transaction needs of the world; the real ones are in `transact-ports.ts`. */
export interface TransactPorts<Request> {
  /** Undefined when no wallet is connected. */
  readonly wallet: () => { readonly chainId: number | undefined } | undefined;
  readonly expectedChainId: number;
  /** Throws what the chain would answer. */
  readonly simulate: (request: Request) => Promise<unknown>;
  readonly write: (request: Request) => Promise<Hash>;
  readonly receipt: (hash: Hash) => Promise<Receipt>;
  /** Newest block that the index has read. */
  readonly indexedBlock: () => Promise<number>;
  /** Everything that was read is old now. */
  readonly invalidate: (block: number) => void;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** What a block says about a transaction. */
export interface Receipt {
  readonly hash: Hash;
  readonly block: number;
  readonly outcome: "success" | "reverted" | "cancelled";
}

/** How often the index is asked whether it has read the block. */
const INDEX_POLL_MS = 400;
/** After this many questions (one minute) the pages are shown as they are: the footer says how far the index is. */
const MAX_INDEX_POLLS = 150;
/** After this many (six seconds) it is said that it takes longer than usual. */
const LATE_AFTER_POLLS = 15;

const UNDONE: Explanation = {
  title: "The chain undid this transaction",
  detail: "It was in a block, but something had changed since it was checked. Only the network fee was spent.",
  next: "Check again: the reason will be shown before you sign.",
};

const CANCELLED: Explanation = {
  title: "You cancelled this transaction in your wallet",
  detail: "Nothing of it happened.",
  next: "Start again whenever you like.",
};

/** Reasons not to ask anybody anything; undefined when the wallet is ready. */
function walletObstacle<Request>(ports: TransactPorts<Request>): TransactState | undefined {
  const wallet = ports.wallet();
  if (!wallet) return { name: "no-wallet" };
  return wallet.chainId === ports.expectedChainId ? undefined : { name: "wrong-network", chainId: wallet.chainId };
}

/** Asks the chain whether a request would go through, telling every state on the way. Never throws. */
export async function checkTransaction<Request>(
  request: Request,
  ports: TransactPorts<Request>,
  tell: (state: TransactState) => void,
): Promise<boolean> {
  const obstacle = walletObstacle(ports);
  if (obstacle) {
    tell(obstacle);
    return false;
  }
  tell({ name: "checking" });
  try {
    await ports.simulate(request);
  } catch (error) {
    tell({ name: "would-fail", why: explainError(error) });
    return false;
  }
  tell({ name: "ready" });
  return true;
}

/** The one way of every write: check, sign, block, index. Tells every state on the way; never throws. */
export async function runTransaction<Request>(
  request: Request,
  ports: TransactPorts<Request>,
  tell: (state: TransactState) => void,
): Promise<void> {
  if (!(await checkTransaction(request, ports, tell))) return;
  tell({ name: "signing" });
  let hash: Hash;
  try {
    hash = await ports.write(request);
  } catch (error) {
    const why = explainError(error);
    tell(isRejection(error) ? { name: "rejected", why } : { name: "failed", why });
    return;
  }
  tell({ name: "pending", hash });
  let receipt: Receipt;
  try {
    receipt = await ports.receipt(hash);
  } catch (error) {
    tell({ name: "failed", why: explainError(error), hash });
    return;
  }
  if (receipt.outcome !== "success") {
    tell({ name: "failed", why: receipt.outcome === "cancelled" ? CANCELLED : UNDONE, hash: receipt.hash });
    return;
  }
  await followIndex(receipt, ports, tell);
}

async function followIndex<Request>(
  { hash, block }: Receipt,
  ports: TransactPorts<Request>,
  tell: (state: TransactState) => void,
): Promise<void> {
  tell({ name: "confirmed", hash, block, late: false });
  for (let poll = 0; poll < MAX_INDEX_POLLS; poll++) {
    if (await hasRead(block, ports)) {
      ports.invalidate(block);
      tell({ name: "indexed", hash, block });
      return;
    }
    if (poll === LATE_AFTER_POLLS) tell({ name: "confirmed", hash, block, late: true });
    await ports.pause(INDEX_POLL_MS);
  }
  ports.invalidate(block);
}

/** An index that can't be reached has not read the block: it may be back at the next question. */
async function hasRead<Request>(block: number, ports: TransactPorts<Request>): Promise<boolean> {
  try {
    return (await ports.indexedBlock()) >= block;
  } catch {
    return false;
  }
}
