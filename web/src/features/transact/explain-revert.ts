import type { ContractFunctionRevertedError } from "viem";
import type { Explanation } from "./explain-error.ts";
import { GOVERNOR_WORDS } from "./governor-words.ts";
import { HOLDER_WORDS } from "./holder-words.ts";
import { NETWORK_WORDS } from "./network-words.ts";
import type { RevertWords } from "./revert-words.ts";
import { SHARE_WORDS } from "./share-words.ts";
import { TERMS_WORDS } from "./terms-words.ts";
import { TEXT_WORDS } from "./text-words.ts";

const REVERTS: Readonly<Record<string, RevertWords>> = {
  ...SHARE_WORDS,
  ...HOLDER_WORDS,
  ...NETWORK_WORDS,
  ...TERMS_WORDS,
  ...TEXT_WORDS,
  ...GOVERNOR_WORDS,
};

/** A refusal that the page foresees: an error of the contracts by name, with the values that it would carry. */
export interface Refusal {
  readonly error: string;
  readonly values: readonly unknown[];
}

/** What a foreseen refusal says: the same words that the chain's would get. */
export function explainRefusal({ error, values }: Refusal): Explanation {
  return REVERTS[error]?.(values) ?? { title: sentence(error), detail: "", next: "Change what you asked for." };
}

/**
 * What a contract's refusal says, in words; an error without words of ours keeps its name and values.
 *
 * @param calledFunction Name of the function that was called, if it is known: errors of ERC-20 tokens don't say which token.
 */
export function explainRevert(error: ContractFunctionRevertedError, calledFunction?: string): Explanation {
  const { data, reason, signature } = error;
  if (data && data.errorName !== "Error" && data.errorName !== "Panic") {
    const values = data.args ?? [];
    const words = REVERTS[data.errorName]?.(values, calledFunction);
    if (words) return words;
    return {
      title: sentence(data.errorName),
      detail:
        values.length === 0
          ? "The contract says no more than this."
          : `The contract gives: ${values.map(String).join(", ")}.`,
      next: "Change what you asked for, then check again.",
    };
  }
  return {
    title: "The contract refuses this",
    detail: reason ?? (signature ? `It gives the unknown error ${signature}.` : "It gives no reason."),
    next: "Change what you asked for, then check again.",
  };
}

/** `SharesJustLeftPool` → “Shares just left pool”. */
function sentence(name: string): string {
  const words = name
    .replace(/_/g, " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
