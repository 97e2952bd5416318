import { type HoldingColumns, type OwnershipColumns, stateOf } from "../graph/ownership-columns.ts";
import type { NodeNames } from "../graph/token-node.ts";
import type { SettleToken } from "../plan/settle-state.ts";
import type { Comparison } from "../what-if/request.ts";
import type { WhatIf } from "../what-if/what-if.ts";
import type { WhatIfAnswer } from "../what-if/what-if-steps.ts";

/** A `WhatIf` as it crosses threads: the state afterwards by what its names differ in from those that the client has. */
export interface WhatIfMessage {
  readonly comparison: Comparison;
  readonly holdings: HoldingColumns;
  readonly tokens: ReadonlyMap<number, SettleToken>;
  /** Accounts that the client knows and the state afterwards has too, and those that come after them. */
  readonly knownAccounts: number;
  readonly moreAccounts: readonly string[];
}

/** @param knownAccounts Accounts of the graph before. */
export function toMessage({ changes, entries, comparison }: WhatIfAnswer, knownAccounts: number): WhatIfMessage {
  const { holdings, accounts } = entries.columns;
  return { comparison, holdings, tokens: changes.tokens, knownAccounts, moreAccounts: accounts.slice(knownAccounts) };
}

/** The answer with its state made when it is first read, since that is an object for each holding. */
export function fromMessage(message: WhatIfMessage, names: NodeNames): WhatIf {
  const { comparison, holdings, knownAccounts, moreAccounts } = message;
  let after: WhatIf["after"] | undefined;
  return {
    get after() {
      after ??= stateOf(columnsAfter());
      return after;
    },
    ...comparison,
  };
  function columnsAfter(): OwnershipColumns {
    const tokens = names.tokens.slice();
    for (const [index, token] of message.tokens) tokens[index] = token;
    return { tokens, accounts: [...names.accounts.slice(0, knownAccounts), ...moreAccounts], holdings };
  }
}
