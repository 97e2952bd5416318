import { type Control, finishWatched } from "../control.ts";
import { type Entries, entriesOf, keepEntries } from "../plan/entries.ts";
import type { SettleState } from "../plan/settle-state.ts";
import type { Steps } from "../steps.ts";
import type { RealizeRequest, SaleRequest, StakeRequest } from "./after.ts";
import { changeState } from "./change-state.ts";
import type { AdmissionRequest, Comparison, WhatIfOptions } from "./request.ts";
import { admissionSteps, realizeSteps, saleSteps, stakeSteps, type WhatIfAnswer } from "./what-if-steps.ts";

/** What would change for whom. */
export interface WhatIf extends Comparison {
  /** The state afterwards, as the contracts would store it. */
  readonly after: SettleState;
}

/** What a sale, or any transfer, of shares would change. For what is thrown see `afterSale`. */
export function whatIfSale(state: SettleState, request: SaleRequest, options: WhatIfOptions = {}): WhatIf {
  return answer(state, (entries) => saleSteps(entries, request, options), options);
}

/** What a stake in a network would change. For what is thrown see `afterStake`. */
export function whatIfStake(state: SettleState, request: StakeRequest, options: WhatIfOptions = {}): WhatIf {
  return answer(state, (entries) => stakeSteps(entries, request, options), options);
}

/**
 * What an admission would change, once its terms were executed and used: for who comes in, for everybody in the network,
 * and for whoever owns a part of either.
 *
 * Throws InvalidAmountError for a stake above the cap, for a member with more shares than the terms allow and for terms that
 * mint more than there is (`TooMuchDilution`; other terms near them, which count too, are not looked at), and what
 * `afterStake` throws.
 */
export function whatIfAdmission(state: SettleState, request: AdmissionRequest, options: WhatIfOptions = {}): WhatIf {
  return answer(state, (entries) => admissionSteps(entries, request, options), options);
}

/**
 * What a realized gain would change: nobody's shares, but what holders can claim, and what accounts are due in the end. For
 * what is thrown see `afterRealize`.
 */
export function whatIfRealize(state: SettleState, request: RealizeRequest, options: WhatIfOptions = {}): WhatIf {
  return answer(state, (entries) => realizeSteps(entries, request, options), options);
}

function answer(state: SettleState, steps: (entries: Entries) => Steps<WhatIfAnswer>, control: Control): WhatIf {
  const { changes, entries, comparison } = finishWatched(steps(entriesOf(state)), control, "The comparison");
  const after = changeState(state, changes);
  // Plans for what comes after need no other index.
  keepEntries(after, entries);
  return { after, ...comparison };
}
