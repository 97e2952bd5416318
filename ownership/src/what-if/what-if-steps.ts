import { InvalidAmountError } from "../errors.ts";
import { assemble } from "../graph/build-graph.ts";
import { tokenNode } from "../graph/token-node.ts";
import { type Entries, entriesOfColumns } from "../plan/entries.ts";
import type { SettleToken } from "../plan/settle-state.ts";
import { type Steps, stage, UNDER_WAY } from "../steps.ts";
import { type RealizeRequest, realize, type SaleRequest, type StakeRequest, sell, stake } from "./after.ts";
import { baseOfColumns, changeColumns } from "./change-columns.ts";
import { compareClaimables, compareDue } from "./compare-money.ts";
import { compareShares } from "./compare-shares.ts";
import { type Changes, createDraft, type Draft } from "./draft.ts";
import type { AdmissionRequest, Comparison, WhatIfOptions } from "./request.ts";

/** What would change, and the state afterwards as what changed and in columns. */
export interface WhatIfAnswer {
  readonly changes: Changes;
  readonly entries: Entries;
  readonly comparison: Comparison;
}

const DEFAULT_TOLERANCE = 1e-6;
const DEFAULT_MAX_ACCOUNTS = 100;
const ONE_FOR_ONE = 10n ** 18n;

/** `whatIfSale` step by step. */
export function saleSteps(entries: Entries, request: SaleRequest, options: WhatIfOptions): Steps<WhatIfAnswer> {
  const act = (draft: Draft): void => sell(draft, request);
  return answerSteps(entries, { act, shareTokens: [request.token], moneyTokens: [request.token] }, options);
}

/** `whatIfStake` step by step. */
export function stakeSteps(entries: Entries, request: StakeRequest, options: WhatIfOptions): Steps<WhatIfAnswer> {
  const tokens = [request.member, request.network];
  const act = (draft: Draft): void => stake(draft, request);
  return answerSteps(entries, { act, shareTokens: tokens, moneyTokens: tokens }, options);
}

/** `whatIfAdmission` step by step. */
export function admissionSteps(
  entries: Entries,
  { network, terms, to = terms.account, amount = terms.cap }: AdmissionRequest,
  options: WhatIfOptions,
): Steps<WhatIfAnswer> {
  const { member, account, rate, cap, maxMemberSupply } = terms;
  if (amount > cap) throw new InvalidAmountError("The stake", amount, `the terms take in at most ${cap}`);
  const supplyOf = (id: string): bigint => tokenOf(entries, id)?.totalSupply ?? 0n;
  if (maxMemberSupply !== undefined && supplyOf(member) > maxMemberSupply) {
    const rule = `the terms are for ${maxMemberSupply} at most`;
    throw new InvalidAmountError(`Total supply of ${member}`, supplyOf(member), rule);
  }
  const minted = (cap * rate) / ONE_FOR_ONE;
  if (minted > supplyOf(network)) {
    const rule = `terms mint at most as many as there are, ${supplyOf(network)}`;
    throw new InvalidAmountError(`New shares of ${network}`, minted, rule);
  }
  return stakeSteps(entries, { network, member, account, to, amount, rate }, options);
}

/** `whatIfRealize` step by step. */
export function realizeSteps(entries: Entries, request: RealizeRequest, options: WhatIfOptions): Steps<WhatIfAnswer> {
  const act = (draft: Draft): void => realize(draft, request);
  return answerSteps(
    entries,
    {
      act,
      shareTokens: [],
      moneyTokens: [request.token],
      ...((request.duration ?? 0n) > 0n && { streams: request.token }),
    },
    options,
  );
}

function tokenOf({ graph, tokens }: Entries, id: string): SettleToken | undefined {
  return tokens[graph.nodeOf.get(id) ?? tokens.length];
}

/** What is done, and the tokens of which shares and claimables can change by it. */
interface Act {
  readonly act: (draft: Draft) => void;
  readonly shareTokens: readonly string[];
  readonly moneyTokens: readonly string[];
  /** A token in which a gain streams, at the end of which claimables are compared when no time is given. */
  readonly streams?: string;
}

function* answerSteps(
  before: Entries,
  { act, shareTokens, moneyTokens, streams }: Act,
  options: WhatIfOptions,
): Steps<WhatIfAnswer> {
  const { tolerance = DEFAULT_TOLERANCE, maxAccounts = DEFAULT_MAX_ACCOUNTS, dust = 1n, timestamp } = options;
  const draft = createDraft(baseOfColumns(before), timestamp);
  act(draft);
  if (!(tolerance >= 0)) throw new InvalidAmountError("The tolerance", tolerance, "it is not negative");
  const changes = draft.changes();
  const after = yield* stage(afterwards(before, changes), 0, 20);
  const nodes = (ids: readonly string[]): number[] => ids.map((id) => tokenNode(before.graph, id, "What would happen"));
  const streamEnd = streams === undefined ? undefined : tokenOf(after, streams)?.streamEnd;
  const { until = streamEnd ?? timestamp } = options;
  const limits = { tolerance, maxAccounts };
  const shares = yield* stage(compareShares(before.graph, after.graph, nodes(shareTokens), limits), 20, 70);
  const claimables = compareClaimables(before, after, nodes(moneyTokens), until, dust);
  // Flows of money are rounded at every token.
  const dueDust = dust + BigInt(before.tokens.length);
  const due = yield* stage(compareDue(before, after, until, dueDust), 70, 100);
  return { changes, entries: after, comparison: { ...shares, claimables, due } };
}

function* afterwards(before: Entries, changes: Changes): Steps<Entries> {
  yield UNDER_WAY;
  const indexed = changeColumns(before, changes);
  const graph = yield* assemble(indexed);
  return entriesOfColumns(graph, indexed.columns);
}
