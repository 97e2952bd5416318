import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { Tabs } from "../../../components/tabs.tsx";
import { admissionsQueryOptions } from "../../../data/network-admissions.ts";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { explainError } from "../../transact/explain-error.ts";
import { type AdmissionRecord, admissionRecords, sponsorRecords } from "../model/admission-record.ts";
import { useNetworkSearch } from "../use-network-search.ts";
import { EndedItem, JoinedItem } from "./record-items.tsx";
import { SponsorTable } from "./sponsor-table.tsx";

interface RecordCardProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  /** Unix time. */
  readonly now: number;
}

/** Whom members stood for, what the vote was, and how it turned out. */
export function RecordCard({ snapshot, token, now }: RecordCardProps): ReactNode {
  const admissions = useQuery(admissionsQueryOptions(token.address));
  const records = useMemo(
    () => admissions.data && admissionRecords(snapshot, admissions.data, now),
    [snapshot, admissions.data, now],
  );
  return (
    <Card
      id="sponsors"
      title="Whom members brought in"
      lead="Whoever is not a founder came in because a member stood for them and the others agreed. How it turned out stays beside the sponsor’s name."
      flush
    >
      <div className="px-4 pb-4 sm:px-6 sm:pb-6">
        {admissions.isError ? (
          <Notice tone="bad" title={explainError(admissions.error).title} />
        ) : records === undefined ? (
          <Skeleton className="h-32" />
        ) : (
          <Records snapshot={snapshot} token={token} records={records} />
        )}
      </div>
    </Card>
  );
}

function Records(props: {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly records: readonly AdmissionRecord[];
}): ReactNode {
  const { snapshot, token, records } = props;
  const cameIn = records.filter(({ outcome }) => outcome === "came-in");
  const ended = records.filter(({ outcome }) => outcome !== "came-in" && outcome !== "open");
  const [{ stood: tab = "in" }, change] = useNetworkSearch();
  if (records.length === 0) {
    return (
      <div className="-mx-4 sm:-mx-6">
        <EmptyState>
          {token.founded
            ? "So far nobody stood for anybody. Whoever does puts terms to the vote, and their name stays beside the new member."
            : "Once the founders have staked, members can stand for others."}
        </EmptyState>
      </div>
    );
  }
  return (
    <Tabs
      label="What came of it"
      value={tab}
      onValueChange={(next) => change({ stood: next === "in" ? undefined : next })}
      items={[
        {
          value: "in",
          label: `Came in (${cameIn.length})`,
          content: (
            <List empty="Nobody has come in by vote yet." count={cameIn.length}>
              {cameIn.map((record) => (
                <JoinedItem key={record.id} {...{ snapshot, token, record }} />
              ))}
            </List>
          ),
        },
        {
          value: "not",
          label: `Did not (${ended.length})`,
          content: (
            <List empty="Nobody was refused, and nothing was left unused." count={ended.length}>
              {ended.map((record) => (
                <EndedItem key={record.id} {...{ snapshot, token, record }} />
              ))}
            </List>
          ),
        },
        {
          value: "sponsors",
          label: "By sponsor",
          content: <SponsorTable snapshot={snapshot} token={token} rows={sponsorRecords(records)} />,
        },
      ]}
    />
  );
}

function List(props: { readonly empty: string; readonly count: number; readonly children: ReactNode }): ReactNode {
  if (props.count === 0) return <p className="py-4 text-table text-ink-2">{props.empty}</p>;
  return <ul className="divide-y divide-line border-t border-line">{props.children}</ul>;
}
