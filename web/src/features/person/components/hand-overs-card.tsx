import type { ReactNode } from "react";
import { Card } from "../../../components/card.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { HandOver } from "../../../data/person.ts";
import { formatDate } from "../../../lib/format.ts";

const WORDS: Readonly<Record<HandOver["step"], string>> = {
  offered: "was offered the token",
  accepted: "took it over",
  withdrawn: "took an offer back",
};

/** Whose hands a token went through, and to whom it was offered; nothing where it stayed where it was launched. */
export function HandOversCard({ handOvers }: { readonly handOvers: readonly HandOver[] }): ReactNode {
  if (handOvers.length === 0) return null;
  return (
    <Card
      id="control"
      title="Who controlled it"
      lead="Each step in which the token went, or was to go, to another wallet."
    >
      <ol className="divide-y divide-line">
        {handOvers.map(({ id, step, from, to, timestamp }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1 py-2.5 text-table text-ink-2">
            {/* The name of a wallet that is the person now would hide which wallet it was. */}
            <Identity address={to ?? from} size={24} link={false} />
            <span>
              {WORDS[step]}
              <span className="text-ink-3">, {formatDate(timestamp)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
