import { UNLISTED_HOLDER } from "@weft/ownership";
import { memo, type ReactNode } from "react";
import { Amount } from "../../components/amount.tsx";
import { Explain } from "../../components/explain.tsx";
import { Identity } from "../../components/identity.tsx";
import { Solving } from "../../components/solving.tsx";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import { useOwnershipAnswer } from "../../data/ownership-answer.ts";
import type { Address } from "../../lib/address.ts";
import { displayName } from "../../lib/names.ts";
import { shareOf } from "../../lib/share-of.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { type ColumnDigits, columnDigits } from "../token/column-digits.ts";
import { EffectsHeading } from "./effects-heading.tsx";
import { effectProblem } from "./model/effect-problem.ts";
import { askGainEffects, type GainEffects as GainEffectsModel, type GainReceiver } from "./model/gain-effects.ts";

interface GainEffectsProps {
  /** The state before; hold it while something is signed (`useHeld`). */
  readonly snapshot: OwnershipSnapshot;
  readonly token: Address;
  /** In wei of the currency; above zero. */
  readonly amount: bigint;
  /** The reader's, in lower case: its line comes first. */
  readonly account: Address | undefined;
}

/** Who gets what of an amount that is paid in, in the end, and by which ways: bars with figures. */
export function GainEffects({ snapshot, token, amount, account }: GainEffectsProps): ReactNode {
  const key = String(amount);
  const settled = useSettled(key) === key;
  const answer = useOwnershipAnswer(
    {
      snapshot,
      key: ["gain", token, key, account ?? ""],
      question: async (client, control) => ({
        amount,
        effects: await askGainEffects(client, { token, amount, account }, control),
      }),
    },
    settled,
  );
  return (
    <section aria-label="Who receives it" aria-busy={answer.data === undefined || answer.isPlaceholderData}>
      <EffectsHeading isOld={answer.isPlaceholderData}>
        <Explain term="In the end it rests with">
          Around all circles, by the shares of this moment. Each collects it by claiming.
        </Explain>
      </EffectsHeading>
      <div className="mt-2.5">
        {answer.isError ? (
          <p className="text-note text-ink-3">{effectProblem(answer.error)}</p>
        ) : answer.data === undefined ? (
          <Solving block={snapshot.block} />
        ) : (
          <Receivers snapshot={snapshot} token={token} {...answer.data} />
        )}
      </div>
    </section>
  );
}

interface ReceiverListProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: Address;
  readonly amount: bigint;
  readonly effects: GainEffectsModel;
}

function ReceiverList({ snapshot, token, amount, effects }: ReceiverListProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const { receivers, others, trapped } = effects;
  const digits = columnDigits([amount], decimals);
  return (
    <>
      <ul className="grid gap-3">
        {receivers.map((receiver) => (
          <ReceiverLine
            key={receiver.account}
            snapshot={snapshot}
            token={token}
            receiver={receiver}
            share={shareOf(receiver.amount, amount)}
            digits={digits}
          />
        ))}
      </ul>
      {others.count > 0 && (
        <p className="mt-3 flex justify-between gap-3 text-table text-ink-2">
          <span>{others.count} others</span>
          <Amount wei={others.amount} unit={unit} decimals={decimals} money {...digits} />
        </p>
      )}
      {trapped > 0n && (
        <p className="mt-3 text-note text-bad">
          <Amount wei={trapped} unit={unit} decimals={decimals} /> would get stuck in tokens that nobody outside of them
          holds.
        </p>
      )}
    </>
  );
}

// The answer before stays while somebody types on: its list is not made again with each key.
const Receivers = memo(ReceiverList);

interface ReceiverLineProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: Address;
  readonly receiver: GainReceiver;
  readonly share: number;
  readonly digits: ColumnDigits;
}

function ReceiverLine({ snapshot, token, receiver, share, digits }: ReceiverLineProps): ReactNode {
  const { account, amount, ways } = receiver;
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const onlyDirect = ways.length === 1 && ways[0]?.path.length === 2;
  return (
    <li>
      <div className="flex items-center justify-between gap-3 text-table">
        {account === UNLISTED_HOLDER ? "Holders that are not listed" : <Identity address={account} size={24} />}
        <span className="font-semibold">
          <Amount wei={amount} unit={unit} decimals={decimals} money {...digits} />
        </span>
      </div>
      <svg aria-hidden="true" className="mt-1.5 h-1.5 w-full" viewBox="0 0 100 6" preserveAspectRatio="none">
        <rect width="100" height="6" className="fill-inset" />
        <rect width={Math.max(0.6, share * 100)} height="6" className="fill-money" />
      </svg>
      {onlyDirect ? (
        <p className="mt-1 text-note text-ink-3">directly</p>
      ) : (
        <ul className="mt-1 grid gap-0.5 text-note text-ink-3">
          {ways.map(({ path, amount: part }) => (
            <li key={path.join(" ")} className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">{wayWords(snapshot, token, path)}</span>
              <Amount wei={part} decimals={decimals} {...digits} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** “directly”, or “by way of Trio and Cleo’s treasury”. */
function wayWords(snapshot: OwnershipSnapshot, token: Address, path: readonly string[]): string {
  const between = path.slice(1, -1).filter((station) => station !== token);
  if (between.length === 0) return path.length > 2 ? "around a circle" : "directly";
  return `by way of ${new Intl.ListFormat("en").format(between.map((station) => stationName(snapshot, station)))}`;
}

/** Money comes through a person by what the person's token itself holds. */
function stationName(snapshot: OwnershipSnapshot, station: string): string {
  const name = displayName(snapshot, station);
  return snapshot.tokens.get(station as Address)?.kind === "person" ? `${name}’s treasury` : name;
}
