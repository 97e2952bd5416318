import { Link } from "@tanstack/react-router";
import { BarePage } from "../components/bare-page.tsx";
import { buttonClass } from "../components/button.tsx";
import { usePageTitle } from "../components/page-title.ts";

/** Stands where no page is. */
export function NotFound() {
  usePageTitle("Nothing here");
  return (
    <BarePage
      title="Nothing is woven here"
      lead="No page has this address. It may be cut short, or belong to another chain."
      actions={
        <>
          <Link to="/" className={buttonClass("secondary")}>
            See who is here
          </Link>
          <Link to="/activity" className={buttonClass("secondary")}>
            See what happened
          </Link>
        </>
      }
    />
  );
}
