import { queryOptions } from "@tanstack/react-query";
import type { Address } from "../lib/address.ts";
import { graphql } from "./graphql.ts";
import { queryGraphql } from "./query-graphql.ts";
import { queryKeys } from "./query-keys.ts";

const NETWORK_METADATA = graphql(`
  query NetworkMetadata($id: ID!) {
    networkToken(id: $id) {
      contractURI
      metadata {
        description
        image
        links
      }
    }
  }
`);

/** What a network says of itself, as it was written: texts and links of strangers, not cleaned for display. */
export interface NetworkMetadata {
  readonly description: string;
  /** A URI; empty without a picture. */
  readonly image: string;
  readonly links: readonly string[];
  /** Whether there is metadata that the index could not read. */
  readonly unread: boolean;
}

/** What a network says of itself now. */
export function networkMetadataQueryOptions(network: Address) {
  return queryOptions({
    queryKey: queryKeys.index("network-metadata", network),
    queryFn: async ({ signal }): Promise<NetworkMetadata> => {
      const { networkToken } = await queryGraphql(NETWORK_METADATA, { id: network }, { signal });
      const metadata = networkToken?.metadata;
      return {
        description: metadata?.description ?? "",
        image: metadata?.image ?? "",
        links: metadata?.links ?? [],
        unread: !metadata && Boolean(networkToken?.contractURI),
      };
    },
  });
}
