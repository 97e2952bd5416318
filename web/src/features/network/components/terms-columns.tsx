import type { ReactNode } from "react";
import { Amount } from "../../../components/amount.tsx";
import type { Column } from "../../../components/data-table.tsx";
import { Identity } from "../../../components/identity.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount, formatDate, formatDuration } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";
import { cancelledByWords } from "../model/cancelled-words.ts";
import type { TermsRow } from "../model/terms-rows.ts";
import { InviteLink } from "./invite-link.tsx";

const STATES: Readonly<Record<TermsRow["state"], string>> = {
  usable: "open",
  used: "staked",
  full: "used up",
  "not-open": "not open yet",
  ended: "ended",
  diluted: "too many shares",
  cancelled: "cancelled",
  "taken-back": "taken back",
};

/** Columns of a network's terms. `onCancel` is called with the row whose terms the reader would cancel. */
export function termsColumns(
  snapshot: OwnershipSnapshot,
  token: TokenInfo,
  onCancel: (row: TermsRow) => void,
): readonly Column<TermsRow>[] {
  const symbolOf = (address: `0x${string}`) => snapshot.tokens.get(address)?.symbol ?? "share";
  return [
    {
      key: "member",
      header: "Member",
      cell: ({ terms, ...row }) => (
        <Identity
          address={terms.member}
          note={`${formatAmount(terms.cap)} ${symbolOf(terms.member)}, ${kindWords({ terms, ...row } as TermsRow)}${forWords(snapshot, terms)}`}
        />
      ),
    },
    {
      key: "rate",
      header: "Rate",
      explain:
        "Network shares for each member share: what is given for it on the way in, what is burned for it at least on the way out.",
      numeric: true,
      wide: true,
      cell: ({ terms, way }) =>
        `1 ${symbolOf(terms.member)} ${way === "in" ? "gives" : "takes"} ${formatAmount(terms.rate)} ${token.symbol}`,
    },
    {
      key: "cap",
      header: "Used",
      explain: "Member shares that moved under these terms so far, of the most that can.",
      numeric: true,
      wide: true,
      cell: ({ terms }) => (
        <>
          <Amount wei={terms.used} maximumFractionDigits={0} />
          <span className="text-ink-3"> of </span>
          <Amount wei={terms.cap} maximumFractionDigits={0} />
        </>
      ),
    },
    {
      key: "state",
      header: "State",
      numeric: true,
      cell: (row) => <State {...{ snapshot, token, row }} onCancel={() => onCancel(row)} />,
    },
  ];
}

function kindWords(row: TermsRow): string {
  if (row.way === "out") return "to leave";
  return row.terms.founding ? "founding" : `lock-up ${formatDuration(row.terms.lockup)}`;
}

/** Who may use terms, where the name beside them does not say it. */
function forWords(snapshot: OwnershipSnapshot, { member, account }: TermsRow["terms"]): string {
  if (account === null) return ", for anybody";
  return account === member || snapshot.tokens.get(member)?.person === account
    ? ""
    : `, for ${displayName(snapshot, account)}`;
}

function State(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly row: TermsRow;
  readonly onCancel: () => void;
}): ReactNode {
  const { snapshot, token, row, onCancel } = props;
  const { state, terms, cancel } = row;
  const small = "block text-label font-normal whitespace-nowrap text-ink-3";
  return (
    <span className={state === "usable" ? "font-semibold text-good" : "whitespace-nowrap text-ink-2"}>
      {STATES[state]}
      {state === "usable" && <span className={small}>until {formatDate(terms.expiry)}</span>}
      {state === "not-open" && <span className={small}>opens {formatDate(terms.opensAt)}</span>}
      {terms.cancelledBy !== null && <span className={small}>{cancelledByWords(snapshot, terms.cancelledBy)}</span>}
      {row.way === "in" && !row.terms.founding && (state === "usable" || state === "not-open") && (
        <span className="-mr-1.5 block">
          <InviteLink
            network={token.address}
            terms={terms.number}
            who={terms.account === null ? "anybody" : displayName(snapshot, terms.account)}
          />
        </span>
      )}
      {cancel && (
        <button
          type="button"
          onClick={onCancel}
          className="-mr-1.5 ml-auto block min-h-8 cursor-pointer rounded-small px-1.5 text-label font-semibold text-ink underline decoration-line-strong underline-offset-3 hover:bg-inset"
        >
          Cancel<span className="sr-only"> terms No. {terms.number}</span>
        </button>
      )}
    </span>
  );
}
