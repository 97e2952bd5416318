import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getBlockNumber } from "wagmi/actions";

const POLL_MS = 4_000;

/** The chain's newest block; undefined while it is not known, as when the chain can't be reached. */
export function useChainBlock(): number | undefined {
  const config = useConfig();
  const { data, isError } = useQuery({
    queryKey: ["chain-block"],
    queryFn: async () => Number(await getBlockNumber(config, { cacheTime: 0 })),
    refetchInterval: POLL_MS,
    retry: false,
  });
  return isError ? undefined : data;
}
