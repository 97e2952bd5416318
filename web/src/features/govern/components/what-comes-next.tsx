import type { ReactNode } from "react";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { AppliedNetwork } from "../../../data/apply.ts";

const STEPS = [
  { title: "You apply", text: "It stands on the network’s page for all members to read." },
  {
    title: "A member stands for you",
    text: "They put terms to the vote, yours or others. Their name stays beside yours.",
  },
  { title: "Members vote", text: "What they agree to is offered to you alone, for a time." },
  { title: "You stake, if you want", text: "Only now do you hand over shares, and receive a part of everyone." },
] as const;

/** The way from an application to being in. */
export function WhatComesNext({ network }: { readonly network: AppliedNetwork }): ReactNode {
  return (
    <Card title="What comes next">
      <Identity address={network.address} />
      <ol className="mt-4 grid gap-3.5 border-t border-line pt-4">
        {STEPS.map(({ title, text }, index) => (
          <li key={title} className="flex gap-3">
            <span
              aria-hidden="true"
              className="figures grid size-7 shrink-0 place-items-center rounded-full border border-line-strong text-note font-semibold text-ink-2"
            >
              {index + 1}
            </span>
            <div className="min-w-0">
              <p className="text-table font-semibold">{title}</p>
              <p className="text-note text-ink-2">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
