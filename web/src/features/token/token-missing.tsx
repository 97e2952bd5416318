import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { BarePage } from "../../components/bare-page.tsx";
import { buttonClass } from "../../components/button.tsx";
import { Copy } from "../../components/copy.tsx";
import { toAddress } from "../../lib/address.ts";

const WORDS = {
  person:
    "No person has launched a token at this address. It may be another chain’s, or the index has not come to it yet.",
  network: "No network was formed at this address. It may be another chain’s, or the index has not come to it yet.",
} as const;

/** Stands in the place of a page about a token that the index does not know. */
export function TokenMissing(props: { readonly kind: "person" | "network"; readonly address: string }): ReactNode {
  const { kind, address } = props;
  return (
    <BarePage
      title="Nobody is woven in here"
      lead={toAddress(address) === undefined ? "This is not an address: it has 0x and 40 digits." : WORDS[kind]}
      actions={
        <Link to="/" className={buttonClass("secondary")}>
          Explore people and networks
        </Link>
      }
    >
      <p className="mt-3 flex flex-wrap items-center gap-2 font-mono text-note wrap-anywhere text-ink-3">
        {address}
        <Copy text={address} label="Copy" />
      </p>
    </BarePage>
  );
}
