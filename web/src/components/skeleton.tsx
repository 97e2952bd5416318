import { classNames } from "../lib/class-names.ts";

/** The place of something that is being read; shows after 150 ms, so that quick answers don't flash. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={classNames("skeleton block rounded-small bg-inset", className)} />;
}
