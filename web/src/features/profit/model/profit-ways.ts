import type { ConnectedPart } from "../../../data/connected-profit.ts";
import type { Address } from "../../../lib/address.ts";

/** How gains of one person came to a token by one last step. */
export interface ProfitWay {
  /** Tokens from the origin to the token itself; a circle may lead through the token before. */
  readonly tokens: readonly Address[];
  /** What arrived by the last step, in wei of the currency, however it came so far. */
  readonly amount: bigint;
}

/**
 * The ways by which gains of `origin` came to `token`: one for each token from which they arrived, the largest first. What
 * arrived by the last step is exact; of what came before it the widest way is told, that of which the narrowest step
 * carried most, because money that met on the way can’t be told apart.
 *
 * @param parts All parts of the origin: see `originQueryOptions`.
 */
export function waysTo(parts: readonly ConnectedPart[], origin: Address, token: Address): readonly ProfitWay[] {
  const widest = widestWays(parts, origin);
  return parts
    .filter((part) => part.token === token && part.amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
    .map(({ via, amount }) => ({ tokens: via === token ? [token] : [...(widest.get(via) ?? [via]), token], amount }));
}

interface Reached {
  readonly tokens: readonly Address[];
  /** What the narrowest step so far carried, in wei. */
  readonly width: bigint;
}

/** Wider than any step: what there is before the first. */
const UNBOUNDED = 2n ** 256n;

/** The widest way from the origin to every token that its gains reached (Pollack 1960), found as Dijkstra finds the shortest. */
function widestWays(parts: readonly ConnectedPart[], origin: Address): ReadonlyMap<Address, readonly Address[]> {
  const steps = stepsFrom(parts);
  const open = new Map<Address, Reached>([[origin, { tokens: [origin], width: UNBOUNDED }]]);
  const found = new Map<Address, readonly Address[]>();
  for (let next = widestOf(open); next !== undefined; next = widestOf(open)) {
    const [place, { tokens, width }] = next;
    open.delete(place);
    found.set(place, tokens);
    for (const { token, amount } of steps.get(place) ?? []) {
      if (found.has(token)) continue;
      let through = width;
      if (amount < through) through = amount;
      if (through > (open.get(token)?.width ?? 0n)) open.set(token, { tokens: [...tokens, token], width: through });
    }
  }
  return found;
}

function stepsFrom(parts: readonly ConnectedPart[]): ReadonlyMap<Address, readonly ConnectedPart[]> {
  const steps = new Map<Address, ConnectedPart[]>();
  for (const part of parts) {
    if (part.via === part.token) continue;
    const known = steps.get(part.via);
    if (known) known.push(part);
    else steps.set(part.via, [part]);
  }
  return steps;
}

function widestOf(open: ReadonlyMap<Address, Reached>): readonly [Address, Reached] | undefined {
  let widest: readonly [Address, Reached] | undefined;
  for (const entry of open) if (widest === undefined || entry[1].width > widest[1].width) widest = entry;
  return widest;
}
