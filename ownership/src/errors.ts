/** Base of every error of this package: says what failed, carries the value, says what to do. */
export class OwnershipError extends Error {
  override readonly name: string = "OwnershipError";
}

/** Thrown when an id is empty or has upper-case letters, which would make one address look like two. */
export class InvalidIdError extends OwnershipError {
  override readonly name = "InvalidIdError";
  readonly id: string;
  constructor(id: string, where: string) {
    super(`${where} has the id "${id}". Ids are lower-case addresses; lower-case it before building the graph.`);
    this.id = id;
  }
}

/** Thrown when a token, or a pair of token and holder, is listed twice. */
export class DuplicateError extends OwnershipError {
  override readonly name = "DuplicateError";
  readonly key: string;
  constructor(kind: "token" | "account" | "holding", key: string) {
    super(`The ${kind} ${key} is listed twice. List every ${kind} once.`);
    this.key = key;
  }
}

/** Thrown when a function is asked about a token that the graph does not have. */
export class UnknownTokenError extends OwnershipError {
  override readonly name = "UnknownTokenError";
  readonly token: string;
  constructor(token: string, where: string) {
    super(`${where} names the token ${token}, which the graph does not have. Add it to \`tokens\`.`);
    this.token = token;
  }
}

/** Thrown when a number or an amount is outside of what it can be. */
export class InvalidAmountError extends OwnershipError {
  override readonly name = "InvalidAmountError";
  readonly value: bigint | number;
  constructor(what: string, value: bigint | number, rule: string) {
    super(`${what} is ${value}; ${rule}.`);
    this.value = value;
  }
}

/** Thrown when the columns of a state don't fit together. */
export class InvalidColumnsError extends OwnershipError {
  override readonly name = "InvalidColumnsError";
  readonly column: string;
  constructor(column: string, problem: string) {
    super(`The column \`${column}\` ${problem}. Make columns with \`columnsOf\`, or check how they were filled.`);
    this.column = column;
  }
}

/** Thrown when balances add up to more than the supply that they are part of. */
export class HoldingsExceedSupplyError extends OwnershipError {
  override readonly name = "HoldingsExceedSupplyError";
  readonly token: string;
  readonly held: bigint;
  readonly supply: bigint;
  constructor(token: string, kind: "eligible" | "excluded", held: bigint, supply: bigint) {
    super(
      `The ${kind} holdings of ${token} add up to ${held}, more than its ${kind} supply of ${supply}. ` +
        "Read tokens and holdings at one block.",
    );
    this.token = token;
    this.held = held;
    this.supply = supply;
  }
}

/** Thrown when a token is given where a wallet is asked for: a treasury passes income on and keeps none. */
export class NotAnAccountError extends OwnershipError {
  override readonly name = "NotAnAccountError";
  readonly id: string;
  constructor(id: string) {
    super(`${id} is a token, and nothing rests with a token in the end. Ask about an account that is not a token.`);
    this.id = id;
  }
}

/** Thrown by exact arithmetic on a zero denominator. */
export class DivisionByZeroError extends OwnershipError {
  override readonly name = "DivisionByZeroError";
  constructor(what: string) {
    super(`${what} has a denominator of zero. Leave out tokens without supply before dividing by it.`);
  }
}

/** Thrown when a worker is asked before it was given a state. */
export class NotLoadedError extends OwnershipError {
  override readonly name = "NotLoadedError";
  constructor() {
    super("The worker has no ownership state yet. Wait for `load` before asking.");
  }
}

/** Thrown for what a worker can no longer answer: it failed, or its client was closed. */
export class WorkerGoneError extends OwnershipError {
  override readonly name = "WorkerGoneError";
  constructor(why: string) {
    super(`The worker is gone: ${why}. Create a new client and load the state again.`);
  }
}

/** Thrown when the caller's signal stopped a computation. */
export class AbortedError extends OwnershipError {
  override readonly name = "AbortedError";
  readonly done: number;
  readonly total: number;
  constructor(what: string, done: number, total: number) {
    super(`${what} was stopped after ${done} of ${total} parts, as its signal asked. Nothing was changed.`);
    this.done = done;
    this.total = total;
  }
}

/** Thrown when an account can't be paid as much as was asked for, within the limits that were given. */
export class OutOfReachError extends OwnershipError {
  override readonly name = "OutOfReachError";
  readonly amount: bigint;
  /** What a plan within the limits pays, in wei of the currency. */
  readonly reachable: bigint;
  constructor(account: string, amount: bigint, reachable: bigint) {
    super(
      `${account} can be paid ${reachable}, not ${amount}. Ask for no more than that, or allow more hops or transactions.`,
    );
    this.amount = amount;
    this.reachable = reachable;
  }
}

/** Thrown when a holder has fewer shares than are to move. */
export class InsufficientSharesError extends OwnershipError {
  override readonly name = "InsufficientSharesError";
  readonly balance: bigint;
  readonly amount: bigint;
  constructor(token: string, holder: string, balance: bigint, amount: bigint) {
    super(
      `${holder} has ${balance} wei of shares of ${token}, fewer than the ${amount} that are to move. Move no more.`,
    );
    this.balance = balance;
    this.amount = amount;
  }
}
