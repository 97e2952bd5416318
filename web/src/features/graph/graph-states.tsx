import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button, buttonClass } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { explainError } from "../transact/explain-error.ts";

/** After this long a wait is explained, in milliseconds. */
const PATIENCE = 2_000;

/** Stands in place of the picture while it is read. */
export function GraphLoading() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className="relative flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_396px]">
      <p role="status" className={long ? "absolute top-4 left-4 text-note text-ink-2" : "sr-only"}>
        Reading who owns whom
      </p>
      <div className="grid h-[430px] place-items-center lg:h-auto">
        <div className="grid grid-cols-3 items-center gap-12">
          <Skeleton className="size-14 rounded-full" />
          <Skeleton className="size-20 rounded-card" />
          <Skeleton className="size-14 rounded-full" />
        </div>
      </div>
      <div className="grid content-start gap-4 border-line bg-cloth p-6 max-lg:border-t lg:border-l">
        <Skeleton className="h-14 w-3/4" />
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-40 w-full" />
      </div>
    </div>
  );
}

/** Stands in place of the picture when it can't be read. */
export function GraphFailed(props: {
  readonly error: Error;
  readonly onRetry: () => void;
  /** Leads from a block that can't be read to the newest; none where that is what was asked for. */
  readonly onNow: (() => void) | undefined;
}) {
  const { error, onRetry, onNow } = props;
  const { title, detail, next } = explainError(error);
  const action = (
    <div className="flex flex-wrap gap-2">
      <Button onClick={onRetry}>Retry</Button>
      {onNow && <Button onClick={onNow}>Show the newest block</Button>}
    </div>
  );
  return (
    <div className="page py-10">
      <Notice tone="bad" title={title} action={action} live>
        {detail} {next}
      </Notice>
    </div>
  );
}

/** Stands over the picture when newer facts could not be read: what is shown is older. */
export function GraphStale(props: { readonly error: Error; readonly block: string; readonly onRetry: () => void }) {
  const { error, block, onRetry } = props;
  return (
    <Notice tone="bad" title={explainError(error).title} action={<Button onClick={onRetry}>Retry</Button>} live>
      What you see is from block {block}.
    </Notice>
  );
}

/** Stands in place of the picture when nobody is in it. */
export function GraphEmpty() {
  return (
    <div className="page py-10">
      <EmptyState
        action={
          <Link to="/" className={buttonClass("secondary")}>
            Go to Explore
          </Link>
        }
      >
        Nobody is here yet. When a person launches a token or a group forms a network, you see here who owns whom.
      </EmptyState>
    </div>
  );
}
