import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { SendableFacts } from "../../../data/transfer-facts.ts";
import type { Address } from "../../../lib/address.ts";
import { formatAmount, formatDate } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import type { AccountRead } from "../account/read-account.ts";

/** An amount of shares as typed; `reason` says why so many can't be sent, and is undefined while nothing is typed. */
export type SharesRead =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly reason: string | undefined };

/** Reads how many shares somebody sends, of those that move. */
export function readShares(text: string, token: TokenInfo, facts: SendableFacts): SharesRead {
  if (text.trim() === "") return { ok: false, reason: undefined };
  const { transferable, locked } = facts;
  const parsed = parseAmount(text, 18, { max: transferable, unit: token.symbol });
  if (!parsed.ok) return parsed;
  if (parsed.value === 0n) return { ok: false, reason: "Enter an amount above zero." };
  if (parsed.value <= transferable) return parsed;
  const most = `You can send ${formatAmount(transferable)} ${token.symbol} at most`;
  return { ok: false, reason: locked > 0n ? `${most}: ${lockWords(token, facts)}` : `${most}.` };
}

/** Which shares don't move, and until when; empty when all do. */
export function lockWords(token: TokenInfo, { locked, lockedUntil }: SendableFacts): string {
  if (locked === 0n) return "";
  return `${formatAmount(locked)} ${token.symbol} are locked until ${formatDate(lockedUntil, { time: true })}, as the terms said under which they came to you.`;
}

/** Why shares can't go to somebody at all, by the name of the contract's error; undefined when they can. */
export function refuseReceiver(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  to: Address,
  error: string | null | undefined,
): string | undefined {
  const who = displayName(snapshot, to);
  switch (error) {
    case "HolderNotApproved":
      return `${token.name} chooses who may hold ${token.symbol}, and has not approved ${who}. Ask for that first.`;
    case "TreasuryDidNotAsk":
      return snapshot.tokens.get(to)?.kind === "network"
        ? `${who} is a network: shares come in only by staking, on its page.`
        : `The treasury of ${who} takes in only what its person allowed, and that is not ${token.symbol}. Ask for it, or send to the wallet.`;
    case "TreasuriesHoldTooMuch":
      return `Treasuries hold as much of ${token.symbol} as they may, so that gains reach people in the end. Send fewer, or to a wallet.`;
    case "ERC20InvalidReceiver":
      return "Nobody is at this address. Enter another one.";
    default:
      // What depends on the amount is said beside it.
      return undefined;
  }
}

/** Who receives, or why it can't be. */
export function readReceiver(read: AccountRead, from: Address): AccountRead {
  return read.ok && read.address === from ? { ok: false, reason: "That is you: nothing would move." } : read;
}
