import {
  type ClientControl,
  type Flow,
  type OwnershipClient,
  type OwnershipPath,
  UNLISTED_HOLDER,
} from "@weft/ownership";

/** Receivers shown one by one; the rest are added up. */
export const MOST_RECEIVERS = 8;
/** Ways that are asked for to name the parts of one receiver. */
const MOST_WAYS = 8;

/** A part of what one account receives, by the way it comes. */
export interface GainWay {
  /** The token that the gain came into, holders in order, the account; where circles are turned, the shortest such way. */
  readonly path: readonly string[];
  /** In wei of the currency: all that the last token of the way pays the account. */
  readonly amount: bigint;
}

/** What one account receives of a gain, in wei of the currency. */
export interface GainReceiver {
  /** The address, or `UNLISTED_HOLDER`. */
  readonly account: string;
  readonly amount: bigint;
  /** Largest first; they sum to the amount. */
  readonly ways: readonly GainWay[];
}

/** Who gets what of a gain, in the end. Amounts in wei of the currency; all of them sum to the gain. */
export interface GainEffects {
  /** The reader first, then the largest. */
  readonly receivers: readonly GainReceiver[];
  /** What goes to receivers that are not listed one by one. */
  readonly others: { readonly count: number; readonly amount: bigint };
  /** What would end in tokens out of which nothing comes. */
  readonly trapped: bigint;
}

/** Lets `amount` flow from `token` until it rests, with the ways it takes; `account` is the reader's, in lower case. */
export async function askGainEffects(
  client: Pick<OwnershipClient, "flowOf" | "pathsTo">,
  {
    token,
    amount,
    account,
  }: { readonly token: string; readonly amount: bigint; readonly account?: string | undefined },
  control: ClientControl = {},
): Promise<GainEffects> {
  const flow = await client.flowOf(new Map([[token, amount]]), { maxTurns: 0 }, control);
  const all = Array.from(flow.received, ([receiver, part]) => ({ account: receiver, amount: part }))
    .filter((receiver) => receiver.amount > 0n)
    .sort((a, b) => Number(b.account === account) - Number(a.account === account) || bySize(a, b));
  const shown = all.length > MOST_RECEIVERS ? all.slice(0, MOST_RECEIVERS - 1) : all;
  const rest = all.slice(shown.length);
  const paid = paymentsTo(flow, new Set(shown.map((receiver) => receiver.account)));
  const receivers = shown.map(async (receiver): Promise<GainReceiver> => {
    const payments = paid.get(receiver.account) ?? [];
    // Money straight from the token needs no way to be looked for.
    const direct = payments.every((payment) => payment.token === token) || receiver.account === UNLISTED_HOLDER;
    const paths = direct ? [] : await client.pathsTo(token, receiver.account, { limit: MOST_WAYS });
    return { ...receiver, ways: payments.map((payment) => wayOf(token, receiver.account, payment, paths)) };
  });
  return {
    receivers: await Promise.all(receivers),
    others: { count: rest.length, amount: rest.reduce((sum, { amount: part }) => sum + part, 0n) },
    trapped: flow.trapped,
  };
}

interface Payment {
  readonly token: string;
  readonly amount: bigint;
}

/** Account → what each token pays it, largest first. */
function paymentsTo(flow: Flow, accounts: ReadonlySet<string>): ReadonlyMap<string, readonly Payment[]> {
  const paid = new Map<string, Payment[]>();
  for (const { token, holder, amount } of flow.edges) {
    if (!accounts.has(holder) || amount === 0n) continue;
    const known = paid.get(holder);
    if (known) known.push({ token, amount });
    else paid.set(holder, [{ token, amount }]);
  }
  for (const payments of paid.values()) payments.sort(bySize);
  return paid;
}

/** The strongest way that ends with this payment; without one among those that were asked for, its two ends. */
function wayOf(source: string, account: string, payment: Payment, paths: readonly OwnershipPath[]): GainWay {
  const strongest = paths.find(({ path }) => path.at(-2) === payment.token);
  const ends = payment.token === source ? [source, account] : [source, payment.token, account];
  return { path: payment.token === source ? ends : (strongest?.path ?? ends), amount: payment.amount };
}

function bySize(a: { readonly amount: bigint }, b: { readonly amount: bigint }): number {
  return a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0;
}
