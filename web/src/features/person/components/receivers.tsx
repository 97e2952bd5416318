import { type ReactNode, useMemo } from "react";
import { Amount } from "../../../components/amount.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { OwnershipSnapshot } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { columnDigits } from "../../token/column-digits.ts";
import { realizePreview } from "../model/realize-preview.ts";

interface ReceiversProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: Address;
  /** In wei of the currency. */
  readonly amount: bigint;
}

/** Who gets what of an amount in the end, as bars with figures. */
export function Receivers({ snapshot, token, amount }: ReceiversProps): ReactNode {
  const preview = useMemo(() => realizePreview(snapshot, token, amount), [snapshot, token, amount]);
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const digits = columnDigits([amount], decimals);
  return (
    <div>
      <h3 className="text-table font-semibold">In the end it rests with</h3>
      <ul className="mt-2.5 grid gap-3">
        {preview.receivers.map(({ account, amount: part }) => (
          <li key={account}>
            <div className="flex items-center justify-between gap-3 text-table">
              <Identity address={account} size={24} />
              <span className="font-semibold">
                <Amount wei={part} unit={unit} decimals={decimals} money {...digits} />
              </span>
            </div>
            <Bar share={shareOf(part, amount)} />
          </li>
        ))}
      </ul>
      {preview.others.count > 0 && (
        <p className="mt-3 flex justify-between gap-3 text-table text-ink-2">
          <span>{preview.others.count} others</span>
          <Amount wei={preview.others.amount} unit={unit} decimals={decimals} money {...digits} />
        </p>
      )}
      {preview.trapped > 0n && (
        <p className="mt-3 text-note text-bad">
          <Amount wei={preview.trapped} unit={unit} decimals={decimals} /> would get stuck in tokens that nobody outside
          of them holds.
        </p>
      )}
      <p className="mt-3 text-note text-ink-3">
        Around all circles, by the shares of this moment. Each collects it by claiming.
      </p>
    </div>
  );
}

function Bar({ share }: { readonly share: number }): ReactNode {
  return (
    <svg aria-hidden="true" className="mt-1.5 h-1.5 w-full" viewBox="0 0 100 6" preserveAspectRatio="none">
      <rect width="100" height="6" className="fill-inset" />
      <rect width={Math.max(0.6, share * 100)} height="6" className="fill-money" />
    </svg>
  );
}
