import { queryOptions } from "@tanstack/react-query";
import { readProtocol } from "./assemble-snapshot.ts";
import { graphql } from "./graphql.ts";
import type { ProtocolInfo } from "./ownership-snapshot.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";

const PROTOCOL = graphql(`
  query Protocol {
    protocols(first: 1) {
      registry currency currencySymbol currencyDecimals totalRealized totalIncome totalClaimed
    }
  }
`);

/** The query of what gains are paid in and where the protocol lives, for pages that need not read the graph. */
export const protocolQueryOptions = queryOptions({
  queryKey: queryKeys.index("protocol"),
  queryFn: async ({ signal }): Promise<ProtocolInfo> =>
    readProtocol((await queryGraphql(PROTOCOL, {}, { signal })).protocols[0]),
  structuralSharing: false,
});
