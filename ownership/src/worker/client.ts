import { AbortedError } from "../errors.ts";
import type { connectedProfitOfNetworks, connectedProfitOfPerson } from "../flow/connected-profit.ts";
import { type Flow, nameFlow } from "../flow/flow-of.ts";
import type { TurnLimits } from "../flow/flow-turns.ts";
import type { pathsTo } from "../flow/paths-to.ts";
import type { directShares } from "../graph/direct-shares.ts";
import { UNLISTED_HOLDER } from "../graph/limits.ts";
import type { outsideFloat } from "../graph/outside-float.ts";
import { columnsOf, type OwnershipColumns } from "../graph/ownership-columns.ts";
import type { OwnershipState } from "../graph/ownership-graph.ts";
import type { NodeNames } from "../graph/token-node.ts";
import type { planAtLeast } from "../plan/plan-at-least.ts";
import type { planSettleEveryone } from "../plan/plan-settle-everyone.ts";
import type { planSettlement } from "../plan/plan-settlement.ts";
import type { circlesOf } from "../solve/circles-of.ts";
import type { closedSets } from "../solve/closed-sets.ts";
import type { LookThroughColumn } from "../solve/look-through-matrix.ts";
import { type LookThroughShare, nameRow } from "../solve/look-through-of-account.ts";
import { type LookThroughOfToken, nameColumn } from "../solve/look-through-of-token.ts";
import type { valuesOf } from "../solve/values.ts";
import type { whatIfAdmission, whatIfRealize, whatIfSale, whatIfStake } from "../what-if/what-if.ts";
import { type ClientControl, type Connection, createConnection } from "./connection.ts";
import {
  GRAPH_FUNCTION_ARGUMENTS,
  type GraphFunction,
  PLAN_ARGUMENTS,
  type PlanFunction,
  WHAT_IF_ARGUMENTS,
  type WhatIfFunction,
} from "./function-names.ts";
import type { WorkerLike } from "./port.ts";
import type { Kind, Questions } from "./protocol.ts";
import { fromMessage } from "./what-if-message.ts";

type Asked<F> = F extends (first: never, ...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Result>
  : never;

type AskedWithControl<F> = F extends (first: never, ...args: infer Args) => infer Result
  ? (...args: [...Args, control?: ClientControl]) => Promise<Result>
  : never;

interface GraphFunctions {
  readonly circlesOf: typeof circlesOf;
  readonly closedSets: typeof closedSets;
  readonly connectedProfitOfNetworks: typeof connectedProfitOfNetworks;
  readonly connectedProfitOfPerson: typeof connectedProfitOfPerson;
  readonly directShares: typeof directShares;
  readonly outsideFloat: typeof outsideFloat;
  readonly pathsTo: typeof pathsTo;
  readonly valuesOf: typeof valuesOf;
}

interface StateFunctions {
  readonly planAtLeast: typeof planAtLeast;
  readonly planSettleEveryone: typeof planSettleEveryone;
  readonly planSettlement: typeof planSettlement;
  readonly whatIfAdmission: typeof whatIfAdmission;
  readonly whatIfRealize: typeof whatIfRealize;
  readonly whatIfSale: typeof whatIfSale;
  readonly whatIfStake: typeof whatIfStake;
}

/** The functions of the graph and of the state without their first argument, answered by the worker. */
type Functions = {
  readonly [Name in GraphFunction]: AskedWithControl<GraphFunctions[Name]>;
} & {
  /** Options may have a `signal` and `onProgress`. */
  readonly [Name in PlanFunction | WhatIfFunction]: Asked<StateFunctions[Name]>;
};

/** Which part of the look-through matrix. */
export interface ColumnRange extends ClientControl {
  /** Index of the first token; 0 when not given. */
  readonly from?: number;
  /** Index after the last token; all when not given. */
  readonly to?: number;
}

/**
 * Asks a worker what the functions of this package answer, with the same results and errors.
 *
 * Questions may be asked at the same time; each can be stopped by its signal, upon which it is rejected with
 * AbortedError at once and the worker leaves it at the next of its steps, at most some tenths of a second later.
 */
export interface OwnershipClient extends Functions {
  /**
   * Gives the worker a state, which takes the place of the one before when it is ready. Columns are handed over: their
   * typed arrays are empty afterwards.
   */
  load(state: OwnershipState | OwnershipColumns, control?: ClientControl): Promise<void>;
  lookThroughOfAccount(account: string, control?: ClientControl): Promise<LookThroughShare[]>;
  lookThroughOfToken(token: string, control?: ClientControl): Promise<LookThroughOfToken>;
  /** Column after column; the worker is a few columns ahead at most, and stops when no more are asked for. */
  lookThroughMatrix(range?: ColumnRange): AsyncGenerator<LookThroughColumn, void, void>;
  /** Ask for no turns (`maxTurns: 0`) where they are not drawn: of a large flow there are many. */
  flowOf(gains: ReadonlyMap<string, bigint>, limits?: TurnLimits, control?: ClientControl): Promise<Flow>;
  /** Tokens and accounts of the state that was loaded last, in the order of their numbers. */
  names(): NodeNames;
  /** Ends the worker; what is still asked is rejected with WorkerGoneError. */
  close(): void;
}

/** Asks with the names that the answer can be about at hand, since another state can be loaded meanwhile. */
type AskNamed = <K extends Kind>(
  kind: K,
  ask: Questions[K]["ask"],
  control: ClientControl | undefined,
) => Promise<{ readonly answer: Questions[K]["answer"]; readonly names: NodeNames }>;

/** Columns of the matrix that are asked for at a time. */
const COLUMNS_AT_A_TIME = 16;

/** A client of a new worker, which belongs to it from then on. */
export function createOwnershipClient(worker: WorkerLike): OwnershipClient {
  const connection = createConnection(worker);
  /** Names of the state that is loaded and of those on their way, by the question that loads them. */
  const states = new Map<number, NodeNames>();
  let names: NodeNames = { tokens: [], accounts: [] };

  const load: OwnershipClient["load"] = async (state, control) => {
    const columns = "accounts" in state ? state : columnsOf(state);
    const { tokens, accounts } = columns;
    const { token, holder, balance, debt, excluded } = columns.holdings;
    const id = connection.nextId();
    // Holders that no holding lists come last, where there are any.
    const loading = { tokens, accounts: [...accounts, UNLISTED_HOLDER] };
    states.set(id, loading);
    try {
      await connection.ask("load", columns, control, [token, holder, balance, debt, excluded]);
    } catch (error) {
      states.delete(id);
      throw error;
    }
    names = loading;
    for (const before of states.keys()) if (before < id) states.delete(before);
  };

  const askNamed: AskNamed = async (kind, ask, control) => {
    const known = new Map(states);
    const { answer, state } = await connection.ask(kind, ask, control);
    return { answer, names: known.get(state) ?? names };
  };

  async function* lookThroughMatrix({ from = 0, to = names.tokens.length, signal, onProgress }: ColumnRange = {}) {
    for (let next = from; next < to; next += COLUMNS_AT_A_TIME) {
      const part = { from: next, to: Math.min(to, next + COLUMNS_AT_A_TIME) };
      const { answer } = await connection.ask("columns", part, signal && { signal });
      for (const column of answer) {
        if (signal?.aborted) throw new AbortedError("The look-through matrix", column.token - from, to - from);
        yield column;
        onProgress?.(column.token + 1 - from, to - from);
      }
    }
  }

  return {
    ...functionsOf(connection, askNamed),
    load,
    lookThroughMatrix,
    lookThroughOfAccount: async (account, control) => {
      const row = await askNamed("row", account, control);
      return nameRow(row.names.tokens, row.answer);
    },
    lookThroughOfToken: async (token, control) => {
      const column = await askNamed("column", token, control);
      return nameColumn(column.names.accounts, column.answer);
    },
    flowOf: async (gains, limits = {}, control = {}) => {
      const flow = await askNamed("flow", { gains, limits }, control);
      return nameFlow(flow.names, flow.answer.columns, () => flow.answer.turns);
    },
    names: () => names,
    close: () => connection.close("its client was closed"),
  };
}

/** One method for each function that is asked for by name. */
function functionsOf(connection: Connection, askNamed: AskNamed): Functions {
  const ofGraph = Object.entries(GRAPH_FUNCTION_ARGUMENTS).map(([name, count]) => [
    name,
    async (...args: unknown[]) => {
      const asked = { name: name as GraphFunction, args: args.slice(0, count) };
      return (await connection.ask("graph", asked, args[count] as ClientControl | undefined)).answer;
    },
  ]);
  const plans = Object.entries(PLAN_ARGUMENTS).map(([name, count]) => [
    name,
    async (...args: unknown[]) => {
      const { asked, control } = optionsApart(args, count);
      return (await connection.ask("plan", { name: name as PlanFunction, args: asked }, control)).answer;
    },
  ]);
  const whatIfs = Object.entries(WHAT_IF_ARGUMENTS).map(([name, count]) => [
    name,
    async (...args: unknown[]) => {
      const { asked, control } = optionsApart(args, count);
      const { answer, names } = await askNamed("whatIf", { name: name as WhatIfFunction, args: asked }, control);
      return fromMessage(answer, names);
    },
  ]);
  return Object.fromEntries([...ofGraph, ...plans, ...whatIfs]);
}

/** Arguments with options that can be sent, apart from how the answer is waited for. */
function optionsApart(args: readonly unknown[], count: number) {
  const { signal, onProgress, ...options } = (args[count] ?? {}) as ClientControl;
  const control = { ...(signal && { signal }), ...(onProgress && { onProgress }) };
  return { asked: [...args.slice(0, count), options], control };
}
