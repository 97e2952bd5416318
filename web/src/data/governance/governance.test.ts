import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { tokens, wallets } from "../testing/trio.ts";
import { EARLIER_PAGE, earlierProposalsQueryOptions } from "./governance.ts";

afterEach(() => vi.unstubAllGlobals());

/** A proposal as an index answers it. */
const row = (number: number) => ({
  title: "",
  description: "",
  startsAt: "1",
  endsAt: "2",
  expiresAt: "3",
  quorum: null,
  voterCount: 0,
  createdAt: "1",
  id: `0x${number.toString(16)}`,
  number,
  proposalId: "7",
  proposer: { id: wallets.ada },
  status: "EXECUTED",
  forVotes: "0",
  againstVotes: "0",
  abstainVotes: "0",
  calls: [],
  votes: [],
});

it("reads ended votes in pages below the last number, until a page is not full", async () => {
  const all = Array.from({ length: EARLIER_PAGE + 3 }, (_, index) => row(EARLIER_PAGE + 2 - index));
  const asked: { or: { number_lt?: number; network: string }[] }[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { where, first } = JSON.parse(body).variables;
    asked.push(where);
    const below = where.or[0].number_lt ?? Number.POSITIVE_INFINITY;
    return Response.json({ data: { proposals: all.filter(({ number }) => number < below).slice(0, first) } });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { pages } = await client.fetchInfiniteQuery({ ...earlierProposalsQueryOptions(tokens.trio), pages: 5 });
  expect(pages.map((page) => page.length)).toEqual([EARLIER_PAGE, 3]);
  expect(pages.flat().map(({ number }) => number)).toEqual(all.map(({ number }) => number));
  expect(asked.map(({ or }) => or.map(({ network, number_lt }) => [network, number_lt]))).toEqual([
    [
      [tokens.trio, undefined],
      [tokens.trio, undefined],
    ],
    [
      [tokens.trio, 3],
      [tokens.trio, 3],
    ],
  ]);
});
