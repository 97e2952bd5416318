import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "../../../components/button.tsx";
import { formatCount } from "../../../lib/format.ts";

/** Lines on one page of the table. */
export const PAGE_LENGTH = 25;

/** How many pages there are for so many lines: at least one. */
export function pageCount(lines: number): number {
  return Math.max(1, Math.ceil(lines / PAGE_LENGTH));
}

/** Leads from page to page of a long table, and says which lines are shown; nothing for a short one. */
export function Pager(props: {
  /** The page that is shown, from 1. */
  readonly page: number;
  /** Lines on all pages. */
  readonly lines: number;
  readonly onPage: (page: number) => void;
}) {
  const { page, lines, onPage } = props;
  const pages = pageCount(lines);
  const first = (page - 1) * PAGE_LENGTH + 1;
  const last = Math.min(page * PAGE_LENGTH, lines);
  if (pages === 1) return null;
  return (
    <nav aria-label="Pages of the table" className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
      <p role="status" className="figures text-note text-ink-2">
        {formatCount(first)}–{formatCount(last)} of {formatCount(lines)}
      </p>
      <div className="flex gap-1">
        <Button variant="quiet" className="px-2.5" disabled={page === 1} onClick={() => onPage(page - 1)}>
          <ChevronLeft aria-hidden="true" size={17} strokeWidth={1.6} />
          Back
        </Button>
        <Button variant="quiet" className="px-2.5" disabled={page === pages} onClick={() => onPage(page + 1)}>
          Next
          <ChevronRight aria-hidden="true" size={17} strokeWidth={1.6} />
        </Button>
      </div>
    </nav>
  );
}
