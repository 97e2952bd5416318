import type { Address } from "../../lib/address.ts";
import { fetchNames } from "./fetch-names.ts";
import type { Names } from "./names.ts";

/** Who is asked about within so many milliseconds is asked about together: all that one rendering shows. */
const TOGETHER_MS = 5;

let waiting: { readonly addresses: Set<Address>; readonly answer: Promise<Names> } | undefined;

/** Asks what an address is called, in one question with all others of the same moment. */
export function askName(address: Address): Promise<Names> {
  waiting ??= open();
  waiting.addresses.add(address);
  return waiting.answer;
}

function open() {
  const addresses = new Set<Address>();
  const answer = new Promise<void>((resolve) => setTimeout(resolve, TOGETHER_MS)).then(() => {
    waiting = undefined;
    return fetchNames([...addresses]);
  });
  return { addresses, answer };
}
