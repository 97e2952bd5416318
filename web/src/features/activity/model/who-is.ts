import type { Names } from "../../../data/names/names.ts";
import type { Address } from "../../../lib/address.ts";

/** Addresses of one and the same: a person's wallet and token belong together, and a link may name either. */
export function whoIs(names: Names | undefined, of: Address | undefined): readonly Address[] | undefined {
  if (of === undefined) return undefined;
  const token = names?.tokens.get(of);
  const own = names?.accounts.get(of)?.personalToken;
  const others = [token?.kind === "person" ? token.person : undefined, own];
  return [of, ...others.filter((other): other is Address => other !== undefined && other !== of)];
}
