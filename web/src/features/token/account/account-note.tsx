import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getAddress } from "viem";
import { useConfig } from "wagmi";
import { Identity } from "../../../components/identity.tsx";
import { Notice } from "../../../components/notice.tsx";
import { type AccountFacts, accountFactsQueryOptions } from "../../../data/account-facts.ts";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";

/** Who is at an address that was entered, all of its digits, and a warning where nobody here knows it. */
export function AccountNote(props: { readonly snapshot: OwnershipSnapshot; readonly address: Address }): ReactNode {
  const { snapshot, address } = props;
  const known = snapshot.accounts.has(address);
  const facts = useQuery({ ...accountFactsQueryOptions(useConfig(), address), enabled: !known }).data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      <div className="rounded-control bg-inset px-3 py-2">
        <Identity address={address} size={24} link={false} />
        <p className="mt-1 font-mono text-label text-ink-2 wrap-anywhere">{getAddress(address)}</p>
      </div>
      {!known && (
        <Notice title={facts === undefined ? "Nobody here knows this address" : TITLES[facts]}>
          {WORDS[facts ?? "used"]}
        </Notice>
      )}
    </div>
  );
}

const TITLES: Readonly<Record<AccountFacts, string>> = {
  contract: "This is a contract that nobody here knows",
  used: "Nobody here knows this address",
  unused: "Nobody has ever used this address",
};

const WORDS: Readonly<Record<AccountFacts, string>> = {
  contract: "Be sure that it can claim income and pass shares on; else what it receives stays there for ever.",
  used: "It holds nothing in Weft. Compare every digit with what you were given: nobody can take back what goes there.",
  unused:
    "On this chain it has sent nothing and has nothing. Compare every digit with what you were given: nobody can take back what goes there.",
};
