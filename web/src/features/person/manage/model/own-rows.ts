import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import type { PersonRecord } from "../../../../data/person.ts";
import type { PersonSettings } from "../../../../data/person-settings.ts";
import { formatAmount, formatCount, formatDate } from "../../../../lib/format.ts";
import { displayName } from "../../../../lib/names.ts";
import { streamLeftAt } from "../../model/stream-left.ts";
import { leaveViews } from "./leave-preview.ts";
import type { OwnFormName } from "./own-form.ts";
import { treasuryStakes } from "./treasury-stakes.ts";

/** One thing that a person can do with the token. */
export interface OwnRow {
  readonly form: OwnFormName;
  readonly title: string;
  /** How it is now, in a line. */
  readonly state: string;
  /** The button's word; undefined where nothing can be changed any more. */
  readonly act: string | undefined;
}

interface Own {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: PersonRecord;
  readonly settings: PersonSettings;
  readonly now: number;
}

/** All that a person can do with the token now; what there is nothing of is left out. */
export function ownRows(own: Own): readonly OwnRow[] {
  const { snapshot, token, record } = own;
  return [
    {
      form: "issue",
      title: "New shares",
      state: `There are ${formatAmount(token.totalSupply)} ${token.symbol}`,
      act: "Issue",
    },
    holdersRow(record),
    ...streamRow(own),
    {
      form: "deposits",
      title: "Deposits to your treasury",
      state: record.deposits.length === 0 ? "None allowed" : `Allowed: ${symbolsOf(snapshot, record.deposits)}`,
      act: "Change",
    },
    ...votesRow(own),
    ...leaveRow(own),
    { form: "describe", title: "Words, picture and links", state: "What your page says of you", act: "Change" },
    {
      form: "hand-over",
      title: "Hand over",
      state: record.pendingPerson ? `Offered to ${displayName(snapshot, record.pendingPerson)}` : "Offered to nobody",
      act: record.pendingPerson ? "Change" : "Offer",
    },
  ];
}

function holdersRow({ transfersOpen, approved }: PersonRecord): OwnRow {
  const title = "Who may hold";
  if (transfersOpen) return { form: "holders", title, state: "Anybody: your token is open, for ever", act: undefined };
  const count = approved.length;
  const state = count === 0 ? "You alone: nobody is approved" : `Closed: ${formatCount(count)} approved`;
  return { form: "holders", title, state, act: "Change" };
}

function streamRow({ snapshot, record, now }: Own): readonly OwnRow[] {
  const left = streamLeftAt(record.stream, now);
  if (left === 0n) return [];
  const { decimals, currencySymbol } = snapshot.protocol;
  const figure = `${formatAmount(left, { decimals })} ${currencySymbol}`;
  const state = `${figure} until ${formatDate(record.stream.streamEnd)}`;
  return [{ form: "stream", title: "Gains on their way", state, act: "End sooner" }];
}

function votesRow({ snapshot, token, settings }: Own): readonly OwnRow[] {
  const stakes = treasuryStakes(snapshot, token, settings.votes);
  if (stakes.length === 0) return [];
  const others = stakes.filter(({ delegate }) => delegate !== token.person);
  const state =
    others.length === 0
      ? "You cast them"
      : `In ${others.map(({ network }) => network.symbol).join(", ")} somebody else casts them, or nobody`;
  return [{ form: "votes", title: "Votes of your treasury", state, act: "Change" }];
}

function leaveRow({ snapshot, settings, now }: Own): readonly OwnRow[] {
  const views = leaveViews(settings.exits, settings.positions, now).filter(({ state }) => state !== "ended");
  if (views.length === 0) return [];
  const state = views
    .map(({ offer, most }) => `${displayName(snapshot, offer.network)}: up to ${formatAmount(most)}`)
    .join(", ");
  return [{ form: "leave", title: "Take a stake back", state, act: "Take back" }];
}

function symbolsOf(snapshot: OwnershipSnapshot, tokens: readonly `0x${string}`[]): string {
  return tokens.map((token) => displayName(snapshot, token)).join(", ");
}
