import type { EndedTerms, ProposalAction, SettingName } from "../../../data/governance/proposal.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { formatAmount, formatDate, formatDuration } from "../../../lib/format.ts";
import { displayName } from "../../../lib/names.ts";

/** What a call would do, in one sentence. */
export function actionWords(snapshot: OwnershipSnapshot, network: TokenInfo, action: ProposalAction): string {
  switch (action.name) {
    case "entry": {
      const { member, account, cap, rate, lockup, expiry } = action.terms;
      const who = account === null ? "Anybody" : displayName(snapshot, account);
      const shares = `${formatAmount(cap)} ${symbolOf(snapshot, member)}`;
      const received = `${formatAmount((cap * rate) / 10n ** 18n)} new ${network.symbol}`;
      const lock = lockup === 0 ? "" : `, which don’t move for ${formatDuration(lockup)}`;
      return `${who} may stake up to ${shares} for ${received}${lock}, until ${formatDate(expiry)}.`;
    }
    case "exit": {
      const { member, account, cap, rate, expiry } = action.terms;
      const who = account === null ? "Somebody" : displayName(snapshot, account);
      const shares = `${formatAmount(cap)} ${symbolOf(snapshot, member)}`;
      const given = `${formatAmount((cap * rate) / 10n ** 18n)} ${network.symbol}`;
      return `${who} may take back up to ${shares} for at least ${given}, which are burned, until ${formatDate(expiry)}.`;
    }
    case "cancel":
      return action.terms === undefined ? "Ends terms." : endWords(snapshot, action.terms);
    case "metadata":
      return `Changes how ${network.name} describes itself.`;
    case "setting":
      return SETTING_WORDS[action.setting](action.value, network);
  }
}

function endWords(snapshot: OwnershipSnapshot, { number, way, member, account }: EndedTerms): string {
  const nobodyThen = account === null ? "nobody can" : `${displayName(snapshot, account)} can’t`;
  const symbol = symbolOf(snapshot, member);
  return `Ends terms No. ${number}: ${nobodyThen} ${way === "in" ? `stake ${symbol}` : `take ${symbol} back`} under them any more.`;
}

const SETTING_WORDS: Readonly<Record<SettingName, (value: bigint, network: TokenInfo) => string>> = {
  "voting-delay": (value) => `Votes begin ${formatDuration(value)} after they are proposed.`,
  "voting-period": (value) => `Votes last ${formatDuration(value)}.`,
  threshold: (value, { symbol }) => `Whoever proposes needs ${formatAmount(value)} votes of ${symbol}.`,
  quorum: (value) => `A vote counts when ${value} % of the votes take part.`,
  "late-quorum": (value) => `A vote stays open for ${formatDuration(value)} after enough took part.`,
};

function symbolOf(snapshot: OwnershipSnapshot, token: `0x${string}`): string {
  return snapshot.tokens.get(token)?.symbol ?? "shares";
}
