import { UNLISTED_HOLDER } from "@weft/ownership";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "../../components/amount.tsx";
import { Identity } from "../../components/identity.tsx";
import type { OwnershipSnapshot } from "../../data/ownership.ts";
import type { Address } from "../../lib/address.ts";
import { displayName } from "../../lib/names.ts";
import { columnDigits } from "../token/column-digits.ts";
import type { AccountEffect } from "./model/effects-of.ts";
import { shareWords } from "./model/share-words.ts";

/** Tokens of which an account's part is told at once. */
const FIRST = 2;

interface EffectLineProps {
  readonly snapshot: OwnershipSnapshot;
  readonly effect: AccountEffect;
  /** Whether it is the reader's. */
  readonly own?: boolean;
}

/** What changes for one account: its part of whose gains, and what is due to it. */
export function EffectLine({ snapshot, effect, own = false }: EffectLineProps): ReactNode {
  const { account, shares, due } = effect;
  const folded = shares.slice(FIRST);
  const ownToken = snapshot.accounts.get(account as Address)?.personalToken;
  return (
    <li className="py-2">
      <div className="flex items-center justify-between gap-3 text-table">
        {account === UNLISTED_HOLDER ? "Holders that are not listed" : <Identity address={account} size={22} />}
        {own && <span className="text-label text-ink-3">you</span>}
      </div>
      <dl className="mt-1 grid gap-0.5 pl-8">
        {shares.slice(0, FIRST).map((change) => (
          <ShareLine key={change.token} snapshot={snapshot} own={own && change.token === ownToken} {...change} />
        ))}
        {due && <DueLine snapshot={snapshot} {...due} />}
      </dl>
      {folded.length > 0 && (
        <details className="pl-8">
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-label text-ink-3 underline decoration-line-strong underline-offset-4 hover:decoration-ink">
            and of {folded.length} {folded.length === 1 ? "other" : "others"}
          </summary>
          <dl className="mt-0.5 grid gap-0.5">
            {folded.map((change) => (
              <ShareLine key={change.token} snapshot={snapshot} own={own && change.token === ownToken} {...change} />
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

interface ShareLineProps {
  readonly snapshot: OwnershipSnapshot;
  /** Whether the token is the reader's own. */
  readonly own: boolean;
  readonly token: string;
  readonly before: number;
  readonly after: number;
}

function ShareLine({ snapshot, own, token, before, after }: ShareLineProps): ReactNode {
  const words = shareWords(before, after);
  return (
    <div className="flex items-baseline justify-between gap-3 text-note">
      <dt className="min-w-0 text-ink-2 wrap-anywhere">
        of {own ? "your own" : `${displayName(snapshot, token)}’s`} gains
      </dt>
      <dd>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reaches every digit here, as it does of amounts */}
        <span tabIndex={0} title={words.exact} data-exact={words.exact} className="exact figures whitespace-nowrap">
          <span className="text-ink-3">{words.before}</span>
          <Arrow />
          <span className="font-semibold">{words.after}</span>
        </span>
      </dd>
    </div>
  );
}

interface DueLineProps {
  readonly snapshot: OwnershipSnapshot;
  readonly before: bigint;
  readonly after: bigint;
}

function DueLine({ snapshot, before, after }: DueLineProps): ReactNode {
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const digits = columnDigits([before, after], decimals);
  return (
    <div className="flex items-baseline justify-between gap-3 text-note">
      <dt className="text-ink-2">due, not collected yet</dt>
      <dd className="whitespace-nowrap">
        <Amount wei={before} decimals={decimals} {...digits} className="text-ink-3" />
        <Arrow />
        <span className="font-semibold">
          <Amount wei={after} unit={unit} decimals={decimals} {...digits} money />
        </span>
      </dd>
    </div>
  );
}

function Arrow(): ReactNode {
  return <ArrowRight aria-label="then" size={13} strokeWidth={1.6} className="mx-1 inline text-ink-3" />;
}
