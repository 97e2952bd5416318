import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button, buttonClass } from "../../../components/button.tsx";
import { useWallet } from "../../wallet/use-wallet.ts";

/** Stands in the place of a portfolio while no account is known: what will be here, and the next step. */
export function InvitePage(): ReactNode {
  const { connect, preload } = useWallet();
  return (
    <div className="page py-10 sm:py-16">
      <h1 className="text-title">Your portfolio</h1>
      <p className="mt-4 max-w-[54ch] text-lead text-ink-2">
        Here stands what you own a part of, directly and in the end, and what is due to you from everybody’s gains. One
        transaction collects all of it.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="primary" onClick={connect} onPointerEnter={preload} onFocus={preload}>
          Connect a wallet
        </Button>
        <Link to="/" className={buttonClass("secondary")}>
          See who is here
        </Link>
      </div>
    </div>
  );
}
