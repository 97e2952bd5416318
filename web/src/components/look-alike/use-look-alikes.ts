import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FoundToken } from "../../data/find-tokens.ts";
import { fetchNamesakes } from "../../data/names/namesakes.ts";
import { ownershipQueryOptions } from "../../data/ownership.ts";
import type { OwnershipSnapshot } from "../../data/ownership-snapshot.ts";
import type { Address } from "../../lib/address.ts";
import { withoutIsolates } from "../../lib/isolate.ts";
import type { LookAlike } from "../../lib/look-alike/look-alikes.ts";

/** Look-alikes by the token's address; a token that looks like no other is not in it. */
export type FoundLookAlikes = ReadonlyMap<Address, { readonly found: LookAlike; readonly words: string }>;

const NONE: FoundLookAlikes = new Map();

/**
 * Which of some tokens could be taken for others: of all that the page has read, where it follows the whole graph; else of each
 * other and of those in the index that are called exactly the same, or as their letters look. Loads the table of letters that
 * look alike (28 kB) when it is first asked.
 */
export function useLookAlikes(tokens: readonly FoundToken[]): FoundLookAlikes {
  const queryClient = useQueryClient();
  const { data: snapshot } = useQuery({ ...ownershipQueryOptions(), enabled: false });
  const follows = queryClient.getQueryCache().find(ownershipQueryOptions())?.isActive() === true;
  const all = follows ? snapshot : undefined;
  const { data = NONE } = useQuery({
    queryKey: ["look-alikes", all ? all.block : "index", ...tokens.map(({ address }) => address)],
    queryFn: ({ signal }) => findLookAlikes(tokens, all, signal),
    enabled: tokens.length > 0,
    // A name that was not found dangerous a moment ago is not shown as such meanwhile, and the other way round.
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    structuralSharing: false,
  });
  return data;
}

async function findLookAlikes(
  tokens: readonly FoundToken[],
  snapshot: OwnershipSnapshot | undefined,
  signal: AbortSignal,
): Promise<FoundLookAlikes> {
  const [{ lookAlikesOf, lookAlikeWords }, { skeleton }] = await Promise.all([
    import("../../lib/look-alike/look-alikes.ts"),
    import("../../lib/look-alike/skeleton.ts"),
  ]);
  const texts = tokens.flatMap(({ name, symbol }) => [name, symbol].map(withoutIsolates));
  const others =
    snapshot?.tokens.values() ?? (await fetchNamesakes([...new Set([...texts, ...texts.map(skeleton)])], signal));
  const known = new Map([...others, ...tokens].map((token) => [token.address, token]));
  const lookAlike = lookAlikesOf(known.values());
  const found = new Map<Address, { readonly found: LookAlike; readonly words: string }>();
  for (const token of tokens) {
    const like = lookAlike(token);
    if (like) found.set(token.address, { found: like, words: lookAlikeWords(like) });
  }
  return found;
}
