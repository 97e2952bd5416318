import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { type ActivityFilter, activityQueryOptions } from "../../data/activity/activity.ts";
import { type OwnershipSnapshot, useOwnership } from "../../data/ownership.ts";
import { displayName } from "../../lib/names.ts";
import { PageProblem } from "../token/page-problem.tsx";
import { PageSkeleton } from "../token/page-skeleton.tsx";
import { ActivityControls } from "./components/activity-controls.tsx";
import { ActivityList } from "./components/activity-list.tsx";
import { SaveButton } from "./components/save-button.tsx";
import { kindsOf } from "./model/groups.ts";
import { whoIs } from "./model/who-is.ts";
import type { ActivitySearch } from "./search.ts";

const route = getRouteApi("/activity");

/** Everything that happened, newest first. */
export function ActivityPage(): ReactNode {
  usePageTitle("Activity");
  const ownership = useOwnership();
  if (ownership.data) return <Activity snapshot={ownership.data} />;
  if (!ownership.isError) return <PageSkeleton label="Reading what happened" />;
  return <PageProblem error={ownership.error} onRetry={() => void ownership.refetch()} />;
}

function Activity({ snapshot }: { readonly snapshot: OwnershipSnapshot }): ReactNode {
  const { show = "all", of } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useMemo(() => ({ kinds: kindsOf(show), who: whoIs(snapshot, of) }), [snapshot, show, of]);
  const change = (next: Partial<ActivitySearch>): void => {
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  };
  return (
    <div className="page py-8 sm:py-10">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-title">Everything that happened</h1>
          <p className="mt-2 max-w-[62ch] text-ink-2">
            Gains, payments, stakes and votes, as the chain recorded them. Nobody can change or remove a line.
          </p>
        </div>
        <SaveButton filter={filter} snapshot={snapshot} />
      </header>
      <div className="mt-6">
        <ActivityControls
          group={show}
          of={of && displayName(snapshot, of)}
          onGroup={(group) => change({ show: group === "all" ? undefined : group })}
          onEverybody={() => change({ of: undefined })}
        />
      </div>
      <div className="mt-4 overflow-hidden rounded-card border border-line bg-cloth">
        <Pages filter={filter} snapshot={snapshot} />
      </div>
    </div>
  );
}

function Pages({ filter, snapshot }: { readonly filter: ActivityFilter; readonly snapshot: OwnershipSnapshot }) {
  const activity = useInfiniteQuery(activityQueryOptions(filter));
  if (activity.isError) return <PageProblem error={activity.error} onRetry={() => void activity.refetch()} />;
  if (activity.data === undefined) return <PageSkeleton label="Reading what happened" />;
  const entries = activity.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return (
      <EmptyState>Nothing of this kind yet. Gains, stakes and votes stand here once they are on the chain.</EmptyState>
    );
  }
  return (
    <>
      <ActivityList entries={entries} snapshot={snapshot} />
      {activity.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button
            variant="quiet"
            aria-disabled={activity.isFetchingNextPage}
            onClick={() => void (activity.isFetchingNextPage || activity.fetchNextPage())}
          >
            {activity.isFetchingNextPage ? "Reading older ones" : "Show older ones"}
          </Button>
        </div>
      )}
    </>
  );
}
