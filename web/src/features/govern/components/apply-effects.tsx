import type { ReactNode } from "react";
import { Solving } from "../../../components/solving.tsx";
import { useOwnership } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { Effects } from "../../effects/effects.tsx";
import { admissionOf } from "../../effects/model/effect-question.ts";

interface ApplyEffectsProps {
  readonly network: Address;
  /** What somebody asks for; amounts in wei. */
  readonly terms: { readonly member: Address; readonly account: Address; readonly rate: bigint; readonly cap: bigint };
}

/** What would change if members agreed. Only this needs the whole graph, so the page reads it when there is something to show. */
export function ApplyEffects({ network, terms }: ApplyEffectsProps): ReactNode {
  const { data: snapshot, isError } = useOwnership();
  if (isError) return <p className="text-note text-ink-3">What would change can’t be worked out now.</p>;
  if (snapshot === undefined) return <Solving block={undefined} />;
  const question = admissionOf(snapshot, network, terms);
  return question && <Effects snapshot={snapshot} account={terms.account} question={question} />;
}
