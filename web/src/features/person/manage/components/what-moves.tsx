import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";

const MOVES = [
  "all that the person alone may do: realize gains, issue shares, approve holders, describe, hand over",
  "the place of the person in the registry and on this page, with its history",
];
const STAYS = [
  "shares, and income that is due: both belong to the wallets that hold them",
  "approvals of holders and of deposits: they go on as they are",
  "votes of the treasury: who casts them now goes on until the new person chooses",
];

/** What goes with a token that is handed over, and what does not. */
export function WhatMoves({ yours = false }: { readonly yours?: boolean }): ReactNode {
  return (
    <div className="grid gap-3 text-note text-ink-2">
      <List title="Goes over" items={MOVES} Icon={Check} />
      <List title="Stays where it is" items={STAYS} Icon={Minus} />
      {yours && <p>Your wallet can’t launch another token afterwards: one person has one token, for ever.</p>}
    </div>
  );
}

function List(props: {
  readonly title: string;
  readonly items: readonly string[];
  readonly Icon: typeof Check;
}): ReactNode {
  const { title, items, Icon } = props;
  return (
    <div>
      <h3 className="font-semibold text-ink">{title}</h3>
      <ul className="mt-1 grid gap-1">
        {items.map((item) => (
          <li key={item} className="flex gap-2">
            <Icon aria-hidden="true" size={16} strokeWidth={1.6} className="mt-0.5 shrink-0 text-ink-3" />
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}
