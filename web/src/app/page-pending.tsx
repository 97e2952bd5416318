import { PlainSkeleton } from "../components/plain-skeleton.tsx";

/** Stands in place of a page whose code is on its way. */
export function PagePending() {
  return <PlainSkeleton label="Loading the page" />;
}
