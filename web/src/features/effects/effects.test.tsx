// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useRealWorker } from "../../data/testing/real-worker.ts";
import { ONE } from "../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../data/testing/trio.ts";
import { Effects } from "./effects.tsx";
import type { EffectQuestion } from "./model/effect-question.ts";

vi.mock("../../components/identity.tsx", () => ({
  Identity: ({ address }: { readonly address: string }) => <span>{address}</span>,
}));

/** For a busy machine: a thread starts, and what was typed settles. */
const PATIENCE_MS = 4_000;

const snapshot = trioSnapshot({ adaRealized: 90n * ONE });

/** Ben gives half of his TRIO to Cleo. */
const sale: EffectQuestion = {
  kind: "sale",
  request: { token: tokens.trio, from: wallets.ben, to: wallets.cleo, amount: 50_000n * ONE },
};

function show(question: EffectQuestion, account: typeof wallets.ada | undefined = wallets.ben) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = (asked: EffectQuestion) => (
    <QueryClientProvider client={client}>
      <Effects snapshot={snapshot} question={asked} account={account} />
    </QueryClientProvider>
  );
  const { rerender } = render(page(question));
  return (asked: EffectQuestion) => rerender(page(asked));
}

const done = async () => {
  const section = screen.getByRole("region", { name: "What changes in the end" });
  await waitFor(() => expect(section.getAttribute("aria-busy")).toBe("false"), { timeout: PATIENCE_MS });
  return section;
};

beforeEach(() => useRealWorker());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("Effects", () => {
  it("shows the reader's own line first, before and after, and what is due", async () => {
    show(sale);
    const [first] = within(await done()).getAllByRole("listitem");
    expect(first?.textContent).toContain(wallets.ben);
    expect(first?.textContent).toContain("you");
    // Of TRIO's income 5/14 rests with Ben now. Of the 90 that came in for Ada he is due 6 3/7, with half of his TRIO half.
    expect(first?.textContent).toContain("of Trio’s gains35.7");
    expect(first?.textContent).toContain("due, not collected yet6.4293.214 ETH");
  });

  it("has every certain digit for the keyboard", async () => {
    show(sale);
    const section = await done();
    const exact = [...section.querySelectorAll("[data-exact]")].map((figure) => figure.getAttribute("data-exact"));
    expect(exact).toContain("35.71428571 % → 17.85714286 %");
  });

  it("follows what is typed", async () => {
    const rerender = show(sale);
    await done();
    rerender({ ...sale, request: { ...sale.request, amount: 100_000n * ONE } } as EffectQuestion);
    await waitFor(
      () => {
        const figure = screen.getAllByRole("listitem")[0]?.querySelector("[data-exact]");
        expect(figure?.getAttribute("data-exact")).toBe("35.71428571 % → 0 %");
      },
      { timeout: PATIENCE_MS },
    );
  });

  it("says why it can't be shown", async () => {
    show({ ...sale, request: { ...sale.request, amount: 900_000n * ONE } } as EffectQuestion);
    await waitFor(() => expect(screen.getByText("There are not as many shares to move.")).toBeTruthy(), {
      timeout: PATIENCE_MS,
    });
  });

  it("folds those who are affected less", async () => {
    const request = {
      network: tokens.trio,
      member: tokens.ben,
      account: wallets.ben,
      amount: 100_000n * ONE,
      rate: ONE / 2n,
    };
    show({ kind: "stake", request });
    const section = await done();
    const people = [...section.querySelectorAll(":scope > div > ul > li")].map((line) => line.textContent);
    expect(people.map((line) => line?.slice(0, 42))).toEqual([wallets.ben, wallets.ada, wallets.cleo]);
    expect(within(section).getAllByText(/^and of 2 others/)).toHaveLength(3);
  });
});
