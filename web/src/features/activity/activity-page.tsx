import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { PlainSkeleton } from "../../components/plain-skeleton.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { type ActivityFilter, activityQueryOptions } from "../../data/activity/activity.ts";
import { joinNames } from "../../data/names/names.ts";
import { useNames } from "../../data/names/use-names.ts";
import type { ProtocolInfo } from "../../data/ownership-snapshot.ts";
import { protocolQueryOptions } from "../../data/protocol.ts";
import { displayName } from "../../lib/names.ts";
import { PageProblem } from "../token/page-problem.tsx";
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
  const protocol = useQuery(protocolQueryOptions);
  if (protocol.data) return <Activity protocol={protocol.data} />;
  if (!protocol.isError) return <PlainSkeleton label="Reading what happened" />;
  return <PageProblem error={protocol.error} onRetry={() => void protocol.refetch()} />;
}

function Activity({ protocol }: { readonly protocol: ProtocolInfo }): ReactNode {
  const { show = "all", of } = route.useSearch();
  const navigate = route.useNavigate();
  const names = useNames(of);
  const filter = useMemo(() => ({ kinds: kindsOf(show), who: whoIs(names, of) }), [names, show, of]);
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
        <SaveButton filter={filter} protocol={protocol} />
      </header>
      <div className="mt-6">
        <ActivityControls
          group={show}
          of={of && displayName(names, of)}
          onGroup={(group) => change({ show: group === "all" ? undefined : group })}
          onEverybody={() => change({ of: undefined })}
        />
      </div>
      <div className="mt-4 overflow-hidden rounded-card border border-line bg-cloth">
        <Pages filter={filter} protocol={protocol} />
      </div>
    </div>
  );
}

function Pages({ filter, protocol }: { readonly filter: ActivityFilter; readonly protocol: ProtocolInfo }) {
  const activity = useInfiniteQuery(activityQueryOptions(filter));
  if (activity.isError) return <PageProblem error={activity.error} onRetry={() => void activity.refetch()} />;
  if (activity.data === undefined) return <ListSkeleton />;
  const names = joinNames(activity.data.pages.map((page) => page.names));
  const entries = activity.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return (
      <EmptyState>Nothing of this kind yet. Gains, stakes and votes stand here once they are on the chain.</EmptyState>
    );
  }
  return (
    <>
      <ActivityList entries={entries} names={{ ...names, protocol }} />
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

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

/** The shape of the list while it is read. */
function ListSkeleton() {
  return (
    <div role="status" aria-busy="true" className="divide-y divide-line">
      <p className="sr-only">Reading what happened</p>
      {PLACES.map((key) => (
        <div key={key} className="flex gap-3 px-4 py-4 sm:px-6">
          <Skeleton className="size-5" />
          <Skeleton className="h-5 w-3/5 max-w-md" />
        </div>
      ))}
    </div>
  );
}
