import type { ReactNode } from "react";

/**
 * A heading that says beside itself when what stands below is of what was typed before: words, since figures that are dimmed are hard to
 * read.
 */
export function EffectsHeading(props: { readonly isOld: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3">
      <h3 className="text-table font-semibold">{props.children}</h3>
      {props.isOld && <span className="text-label text-ink-3">from before, being renewed</span>}
    </div>
  );
}
