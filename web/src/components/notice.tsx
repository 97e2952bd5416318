import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

/** How serious a notice is. */
export type NoticeTone = "info" | "good" | "bad";

const TONES = {
  info: { frame: "bg-network-soft text-network-ink", Icon: Info },
  good: { frame: "border border-line bg-cloth text-good", Icon: CircleCheck },
  bad: { frame: "border border-line bg-cloth text-bad", Icon: CircleAlert },
} as const;

/** What a notice says. */
export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** The way out, such as a button. */
  readonly action?: ReactNode;
  /** Whether it is read out when it appears; for what happens after an act. */
  readonly live?: boolean;
}

/** A few words that stand apart: what happened, and the way out. */
export function Notice({ tone = "info", title, children, action, live = false }: NoticeProps) {
  const { frame, Icon } = TONES[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={`flex gap-3 rounded-control p-3.5 text-note ${frame}`}
    >
      <Icon aria-hidden="true" size={18} strokeWidth={1.6} className="mt-px shrink-0" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "mt-0.5 text-ink-2" : ""}>{children}</div>}
        {action && <div className="mt-2.5">{action}</div>}
      </div>
    </div>
  );
}
