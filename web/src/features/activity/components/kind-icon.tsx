import {
  ArrowRightLeft,
  Coins,
  DoorOpen,
  FilePlus2,
  Gift,
  HandCoins,
  type LucideIcon,
  MessageCircleQuestionMark,
  Network,
  PenLine,
  Sprout,
  Undo2,
  UserRoundPlus,
  Vote,
} from "lucide-react";
import type { ActivityKind } from "../../../data/activity/activity-entry.ts";

const ICONS: Readonly<Record<ActivityKind, LucideIcon>> = {
  gain: Sprout,
  gift: Gift,
  harvest: HandCoins,
  payment: Coins,
  stake: DoorOpen,
  unstake: Undo2,
  issue: FilePlus2,
  transfer: ArrowRightLeft,
  application: PenLine,
  proposal: PenLine,
  vote: Vote,
  dispute: MessageCircleQuestionMark,
  launch: UserRoundPlus,
  form: Network,
};

/** A sign beside the sentence that says the same. */
export function KindIcon({ kind }: { readonly kind: ActivityKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" size={18} strokeWidth={1.6} className="mt-0.5 shrink-0 text-ink-3" />;
}
