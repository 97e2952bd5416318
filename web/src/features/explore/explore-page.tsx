import { getRouteApi, Link } from "@tanstack/react-router";
import { memo, type ReactNode, useCallback, useDeferredValue, useMemo } from "react";
import { Button, buttonClass } from "../../components/button.tsx";
import type { TableSort } from "../../components/data-table.tsx";
import { Notice } from "../../components/notice.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { Skeleton } from "../../components/skeleton.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { useOwnership } from "../../data/ownership.ts";
import { MoneyCard } from "../profit/money-card.tsx";
import { explainReading } from "../transact/explain-reading.ts";
import { ListControls } from "./list-controls.tsx";
import { type ExploreSearch, SORTS } from "./search.ts";
import { Story } from "./story.tsx";
import { TokenList } from "./token-list.tsx";
import { Totals } from "./totals.tsx";

const route = getRouteApi("/");

/** Networks and people: what came of them, and who is in. */
export function ExplorePage() {
  usePageTitle("Explore");
  const { data: snapshot, error, refetch } = useOwnership();
  return (
    <div className="page pt-4 pb-16 sm:pt-14">
      <Story begin={<Begin />}>
        <h1 className="text-title">Who owns whom, and what came of it</h1>
        <p className="mt-3 max-w-[52ch] text-lead text-ink-2 sm:mt-4">
          People own a part of one another. When one of them does well, each of them does.
          <span className="max-sm:hidden"> Contracts pay it on, to the last digit.</span>
        </p>
      </Story>
      <div className="h-10" />
      {error && (
        <div className="mb-6">
          <Failure error={error} onRetry={() => void refetch()} />
        </div>
      )}
      <Totals snapshot={snapshot} failed={Boolean(error)} />
      <div className="mt-10">
        <Lists />
      </div>
      {snapshot && (
        <div className="mt-10">
          <MoneyCard snapshot={snapshot} />
        </div>
      )}
    </div>
  );
}

/** The two ways to take part. */
function Begin() {
  return (
    <nav aria-label="Begin" className="flex gap-3 max-sm:*:flex-1">
      <Link to="/launch" className={buttonClass("secondary")}>
        Launch yours
      </Link>
      <Link to="/form" className={buttonClass("secondary")}>
        Form a network
      </Link>
    </nav>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, detail, next } = explainReading(error);
  return (
    <Notice tone="bad" title={title} action={<Button onClick={onRetry}>Ask again</Button>} live>
      {detail} {next}
    </Notice>
  );
}

const List = memo(TokenList);

function Lists() {
  const search = route.useSearch();
  const { show = "networks" } = search;
  // Fields and tabs answer at once; the rows follow in the background.
  const { find = "", only = "all", sort = "earned", rising = false } = useDeferredValue(search);
  const navigate = route.useNavigate();
  const { data: snapshot, isPending } = useOwnership();
  const change = useCallback(
    (next: Partial<ExploreSearch>): void => {
      void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
    },
    [navigate],
  );
  const onSortChange = useCallback(
    ({ key, descending }: TableSort): void => {
      const known = SORTS.find((candidate) => candidate === key);
      if (known) change({ sort: known, rising: descending ? undefined : true });
    },
    [change],
  );
  const order = useMemo((): TableSort => ({ key: sort, descending: !rising }), [sort, rising]);
  const list = (kind: "network" | "person"): ReactNode =>
    snapshot ? (
      <List key={`${kind} ${find} ${only}`} {...{ snapshot, kind, find, only, onSortChange }} sort={order} />
    ) : (
      isPending && <Skeleton className="h-96 w-full rounded-card" />
    );
  return (
    <Tabs
      label="What the list shows"
      value={show}
      onValueChange={(value) => change({ show: value === "networks" ? undefined : value })}
      items={[
        { value: "networks", label: "Networks", content: list("network") },
        { value: "people", label: "People", content: list("person") },
      ]}
      actions={
        <ListControls
          find={search.find ?? ""}
          only={search.only ?? "all"}
          onFind={(text) => change({ find: text === "" ? undefined : text })}
          onOnly={(value) => change({ only: value === "all" ? undefined : value })}
        />
      }
    />
  );
}
