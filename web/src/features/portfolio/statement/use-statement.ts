import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fetchNames } from "../../../data/names/fetch-names.ts";
import type { Names } from "../../../data/names/names.ts";
import type { ProtocolInfo } from "../../../data/ownership-snapshot.ts";
import { queryKeys } from "../../../data/query-keys.ts";
import { readStatement, type Statement } from "../../../data/statement.ts";
import type { Address } from "../../../lib/address.ts";

/** What the lines of a statement are told with: who everybody is, and what money is counted in. */
export interface StatementContext extends Names {
  readonly protocol: Pick<ProtocolInfo, "currencySymbol" | "decimals">;
}

/** A statement, and what everybody on it is called. */
export interface NamedStatement extends Statement {
  readonly names: Names;
}

/** The statement of an account while it is read, and how to stop and go on. */
export interface StatementReading {
  readonly statement: NamedStatement | undefined;
  readonly error: Error | null;
  /** Entries that are known so far. */
  readonly count: number;
  /** Whether the reader stopped it before it was complete. */
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly goOn: () => void;
}

/** Everything on an account’s statement; what was read before is not read again when the index moves on. */
export function statementQueryOptions(client: QueryClient, account: Address, onProgress: (count: number) => void) {
  const queryKey = queryKeys.index("statement", account);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<NamedStatement> => {
      const known = client.getQueryData<NamedStatement>(queryKey);
      const statement = await readStatement(account, { signal, onProgress, known });
      return { ...statement, names: await fetchNames(addressesOf(statement), signal) };
    },
    structuralSharing: false,
  });
}

function addressesOf({ account, entries }: Statement): readonly Address[] {
  const named = new Set([account]);
  for (const { token, other } of entries) {
    named.add(token);
    if (other) named.add(other);
  }
  return [...named];
}

/** Reads the statement of an account and follows the index. */
export function useStatement(account: Address): StatementReading {
  const client = useQueryClient();
  const [count, setCount] = useState(0);
  const [stopped, setStopped] = useState(false);
  const options = statementQueryOptions(client, account, setCount);
  const { data, error } = useQuery({ ...options, enabled: !stopped });
  return {
    statement: data,
    error,
    count,
    stopped,
    stop: () => {
      setStopped(true);
      void client.cancelQueries({ queryKey: options.queryKey });
    },
    goOn: () => {
      if (stopped) setStopped(false);
      else void client.refetchQueries({ queryKey: options.queryKey });
    },
  };
}
