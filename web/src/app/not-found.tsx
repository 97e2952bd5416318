import { Link } from "@tanstack/react-router";
import { buttonClass } from "../components/button.tsx";
import { usePageTitle } from "../components/page-title.ts";

/** Stands where no page is. */
export function NotFound() {
  usePageTitle("Nothing here");
  return (
    <div className="page py-16">
      <h1 className="text-title">Nothing is woven here</h1>
      <p className="mt-4 max-w-[62ch] text-lead text-ink-2">
        No person and no network has this address. It may be cut short, or belong to another chain.
      </p>
      <Link to="/" className={buttonClass("secondary", "mt-6")}>
        See who is here
      </Link>
    </div>
  );
}
