import { type ReactNode, useMemo } from "react";
import { Explain } from "../../components/explain.tsx";
import { Solving } from "../../components/solving.tsx";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import { useOwnershipAnswer } from "../../data/ownership-answer.ts";
import type { Address } from "../../lib/address.ts";
import { formatCount } from "../../lib/format.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { EffectLine } from "./effect-line.tsx";
import { EffectsHeading } from "./effects-heading.tsx";
import { effectProblem } from "./model/effect-problem.ts";
import { askEffects, type EffectQuestion, effectKey } from "./model/effect-question.ts";
import { type Effects as EffectsModel, effectsOf } from "./model/effects-of.ts";

/** Others that stand open; the rest are folded. */
const FIRST = 3;

interface EffectsProps {
  /** The state before; hold it while something is signed (`useHeld`). */
  readonly snapshot: OwnershipSnapshot;
  readonly question: EffectQuestion;
  /** Whose line comes first, in lower case; undefined without a wallet. */
  readonly account: Address | undefined;
}

/**
 * What an act changes before it is signed: look-through shares before → after, the reader's own first, then those who are
 * affected most, the rest folded. Worked out in a worker after a pause in typing, so it may be given every letter:
 *
 * ```tsx
 * {amount > 0n && (
 *   <Effects
 *     snapshot={snapshot}
 *     account={account}
 *     question={{ kind: "sale", request: { token: token.address, from: account, to, amount } }}
 *   />
 * )}
 * ```
 *
 * `sale` is any transfer of shares, `stake` is under terms that there are, `admission` under terms that there may be. Show it
 * only for figures that the form itself takes; the contracts' rules are asked for elsewhere (`canTransfer`, `previewStake`).
 * For a gain that is paid in, see `GainEffects`.
 */
export function Effects({ snapshot, question, account }: EffectsProps): ReactNode {
  const key = effectKey(question);
  const settled = useSettled(key) === key;
  const answer = useOwnershipAnswer(
    {
      snapshot,
      key: ["effects", key],
      question: (client, control) => askEffects(snapshot, question, client, control),
    },
    settled,
  );
  const withDue = question.kind === "sale";
  const effects = useMemo(
    () => answer.data && effectsOf(answer.data, account, withDue),
    [answer.data, account, withDue],
  );
  return (
    <section aria-label="What changes in the end" aria-busy={effects === undefined || answer.isPlaceholderData}>
      <EffectsHeading isOld={answer.isPlaceholderData}>
        <Explain term="What changes in the end">
          Look-through share: of a gain, the part that finally rests with somebody, around all circles. Before and
          after, by the shares of this moment.
        </Explain>
      </EffectsHeading>
      {answer.isError ? (
        <p className="mt-2 text-note text-ink-3">{effectProblem(answer.error)}</p>
      ) : effects === undefined ? (
        <div className="mt-2">
          <Solving block={snapshot.block} />
        </div>
      ) : (
        <div className="mt-2">
          <EffectList snapshot={snapshot} effects={effects} account={account} />
        </div>
      )}
    </section>
  );
}

interface EffectListProps {
  readonly snapshot: OwnershipSnapshot;
  readonly effects: EffectsModel;
  readonly account: Address | undefined;
}

function EffectList({ snapshot, effects, account }: EffectListProps): ReactNode {
  const { own, others, unlisted } = effects;
  const folded = others.slice(FIRST);
  const more = folded.length + unlisted;
  if (own === undefined && others.length === 0) {
    return <p className="text-note text-ink-2">Nobody’s part changes by as much as a millionth.</p>;
  }
  return (
    <>
      {own === undefined && account !== undefined && (
        <p className="pb-2 text-note text-ink-2">Your own part stays as it is.</p>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {own && <EffectLine snapshot={snapshot} effect={own} own />}
        {others.slice(0, FIRST).map((effect) => (
          <EffectLine key={effect.account} snapshot={snapshot} effect={effect} />
        ))}
      </ul>
      {more > 0 && (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center text-note font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink">
            {formatCount(more)} {more === 1 ? "other" : "others"}, less affected
          </summary>
          <ul className="divide-y divide-line border-y border-line">
            {folded.map((effect) => (
              <EffectLine key={effect.account} snapshot={snapshot} effect={effect} />
            ))}
          </ul>
          {unlisted > 0 && (
            <p className="mt-2 text-note text-ink-3">
              And {formatCount(unlisted)} more, each by less than these. The graph shows everybody.
            </p>
          )}
        </details>
      )}
    </>
  );
}
