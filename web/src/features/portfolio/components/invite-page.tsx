import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { BarePage } from "../../../components/bare-page.tsx";
import { Button, buttonClass } from "../../../components/button.tsx";
import { useWallet } from "../../wallet/use-wallet.ts";

const SHOWS = [
  {
    title: "What you own",
    text: "Directly, by the shares in your wallet, and in the end, around all circles.",
  },
  {
    title: "What is due to you",
    text: "To the last digit, and by which way it came: whose gain it was, and through which networks.",
  },
  {
    title: "One transaction for all of it",
    text: "You see its network fee before you sign. It pays you exactly what was said, or nothing happens.",
  },
] as const;

/** Stands in the place of a portfolio while no account is known: what will be here, and the next step. */
export function InvitePage(): ReactNode {
  const { connect, preload } = useWallet();
  return (
    <BarePage
      title="Your portfolio"
      lead="Connect a wallet to see what you own a part of, and to collect what is due to you from everybody’s gains."
      actions={
        <>
          <Button variant="primary" onClick={connect} onPointerEnter={preload} onFocus={preload}>
            Connect a wallet
          </Button>
          <Link to="/" className={buttonClass("secondary")}>
            See who is here
          </Link>
        </>
      }
    >
      <ul className="mt-8 grid gap-x-6 gap-y-5 border-y border-line py-6 md:grid-cols-[repeat(3,minmax(0,1fr))]">
        {SHOWS.map(({ title, text }) => (
          <li key={title}>
            <h2 className="text-lead">{title}</h2>
            <p className="mt-1 text-table text-ink-2">{text}</p>
          </li>
        ))}
      </ul>
    </BarePage>
  );
}
