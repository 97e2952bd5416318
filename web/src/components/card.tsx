import { type ReactNode, useId } from "react";
import { classNames } from "../lib/class-names.ts";

/** One thing on a page. */
export interface CardProps {
  /** Where links into the page lead: `#members`. */
  readonly id?: string;
  readonly title?: ReactNode;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  /** What can be done with it, at the end of the title's line. */
  readonly actions?: ReactNode;
  /** Whether it acts (stake, claim): the only cards with a shadow. */
  readonly acts?: boolean;
  /** Whether the content reaches the card's edges, as tables do. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A sheet of cloth on the ground. Cards are never inside cards. */
export function Card({ id, title, lead, actions, acts, flush, className, children }: CardProps) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={title ? heading : undefined}
      className={classNames(
        "min-w-0 scroll-mt-34.5 rounded-card border border-line bg-cloth",
        acts && "shadow-act",
        !flush && "p-4 sm:p-6",
        className,
      )}
    >
      {(title || actions) && (
        <div
          className={classNames(
            "mb-3 flex flex-wrap items-start justify-between gap-3",
            flush && "px-4 pt-4 sm:px-6 sm:pt-6",
          )}
        >
          <div className="min-w-0">
            {title && (
              <h2 id={heading} className="text-heading">
                {title}
              </h2>
            )}
            {lead && <p className="mt-1.5 max-w-[62ch] text-table text-ink-2">{lead}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
