import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { Card } from "../../components/card.tsx";
import { Notice } from "../../components/notice.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { PlainSkeleton } from "../../components/plain-skeleton.tsx";
import { type AppliedNetwork, appliedNetworkQueryOptions } from "../../data/apply.ts";
import { toAddress } from "../../lib/address.ts";
import { Columns } from "../token/columns.tsx";
import { PageProblem } from "../token/page-problem.tsx";
import { TokenMissing } from "../token/token-missing.tsx";
import { ApplyForm } from "./components/apply-form.tsx";
import { WhatComesNext } from "./components/what-comes-next.tsx";

const route = getRouteApi("/network/$address/apply");

/** Where somebody applies to a network. */
export function ApplyPage(): ReactNode {
  const { address } = route.useParams();
  const at = toAddress(address);
  const network = useQuery({ ...appliedNetworkQueryOptions(at ?? zeroAddress), enabled: at !== undefined });
  usePageTitle(network.data ? `Apply to ${network.data.name}` : "Apply");
  if (at === undefined || network.data === null) return <TokenMissing kind="network" address={address} />;
  if (network.data !== undefined) return <Apply network={network.data} />;
  return network.isError ? (
    <PageProblem error={network.error} onRetry={() => void network.refetch()} />
  ) : (
    <PlainSkeleton label="Reading the network" />
  );
}

function Apply({ network }: { readonly network: AppliedNetwork }): ReactNode {
  return (
    <div className="page py-8 sm:py-10">
      <h1 className="text-title">Apply to {network.name}</h1>
      <p className="mt-4 max-w-[58ch] text-lead text-ink-2">
        Say what you would stake, and what for. It goes on the record and commits nobody.
      </p>
      <Columns
        asideOnPhone="last"
        main={
          network.founded ? (
            <Card title="Your application">
              <ApplyForm network={network} />
            </Card>
          ) : (
            <Notice
              title="Not open yet"
              action={
                <Link
                  to="/network/$address"
                  params={{ address: network.address }}
                  className="font-semibold underline underline-offset-3"
                >
                  Open {network.name}
                </Link>
              }
            >
              Its founders stake first. Members who can vote on you are there when all of them have.
            </Notice>
          )
        }
        aside={<WhatComesNext network={network} />}
      />
    </div>
  );
}
