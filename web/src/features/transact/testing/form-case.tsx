import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Abi, Address } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ownershipQueryOptions } from "../../../data/ownership.ts";
import type { OwnershipSnapshot } from "../../../data/ownership-snapshot.ts";
import { writeDraft } from "../../../lib/draft.ts";
import { sentHere } from "../sent/sent-here.ts";
import { type Answers, pageOf, revertWith, type SentCall, walletWorld } from "./wallet-world.tsx";

/** For a busy machine. */
const PATIENCE = { timeout: 8_000 };
const LIMIT_MS = 30_000;

/** What is entered, by the field's label. */
export type Entered = Readonly<Record<string, string>>;

/** A form, and why it can't act. */
export interface IdleForm {
  readonly form: () => ReactNode;
  readonly account: Address;
  readonly snapshot: OwnershipSnapshot;
  readonly world?: Pick<Answers, "reads" | "index" | "balance">;
  /** The button that unfolds it. */
  readonly open?: string;
  /** What was typed before the page was loaded, by the key that it is kept under. */
  readonly draft?: Readonly<Record<string, unknown>>;
  /** Why the button can't act while nothing is entered; undefined where it can at once. */
  readonly obstacle?: string;
  /** What is refused in words, before any wallet is asked; `why` stands at the field, or under the button. */
  readonly refuses?: readonly { readonly enter: Entered; readonly why: string | RegExp }[];
}

/** A form that writes, and what it has to hold to. */
export interface FormCase extends IdleForm {
  readonly enter: Entered;
  /** What the button says then. */
  readonly press: string;
  /** All that the wallet is asked to send, in order. */
  readonly calls: readonly SentCall[];
  /** What stands there in the end. */
  readonly done: string;
  /** How a contract may refuse, and the title under which that is told. */
  readonly refusal: {
    readonly abi: Abi;
    readonly error: string;
    readonly args: readonly unknown[];
    readonly title: string;
  };
}

/** Holds a form to its words and its calls. Mock `chain/contracts.ts` where its plan depends on what is deployed. */
export function testForm(name: string, form: FormCase): void {
  describe(name, () => {
    prepare(form);
    if (form.obstacle !== undefined || form.refuses) {
      it("says why it can't act, and asks no wallet then", () => refusesIncomplete(form), LIMIT_MS);
    }
    it(
      "asks for exactly what it says, and loses nothing when the wallet declines",
      () => survivesDecline(form),
      LIMIT_MS,
    );
    it("tells a contract's refusal in words, before the wallet is asked", () => explainsRefusal(form), LIMIT_MS);
  });
}

/** Holds a form that can't act to its words. */
export function testIdleForm(name: string, form: IdleForm): void {
  describe(name, () => {
    prepare(form);
    it("says why it can't act, and asks no wallet then", () => refusesIncomplete(form), LIMIT_MS);
  });
}

/** Nothing is laid out here. */
class NoSizes {
  observe(): void {}
  disconnect(): void {}
}

/** A place where nothing can be done now, and what stands there instead of a form. */
export interface NoForm extends Omit<IdleForm, "open" | "obstacle" | "refuses"> {
  readonly says: readonly (string | RegExp)[];
}

/** Holds a place without a form to its words. */
export function testNoForm(name: string, place: NoForm): void {
  describe(name, () => {
    prepare(place);
    it("says why there is nothing to do", () => saysInstead(place), LIMIT_MS);
  });
}

function prepare({ account, snapshot, draft = {} }: IdleForm): void {
  beforeEach(() => {
    // Dates that the form computes must not depend on the day of the test.
    vi.useFakeTimers({ toFake: ["Date"], now: snapshot.timestamp * 1000 });
    vi.stubGlobal("scrollTo", () => {});
    vi.stubGlobal("ResizeObserver", NoSizes);
    for (const { id } of sentHere.of(account)) sentHere.forget(account, id);
    sessionStorage.clear();
    for (const [key, typed] of Object.entries(draft)) writeDraft(sessionStorage, key, typed);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

async function draw(form: IdleForm, answers: Answers = {}) {
  const world = await walletWorld(form.account, { ...form.world, ...answers });
  world.queryClient.setQueryData(ownershipQueryOptions().queryKey, form.snapshot);
  const page = await pageOf(form.form());
  render(page, { wrapper: world.around });
  return world;
}

async function show(form: IdleForm, answers: Answers = {}) {
  const world = await draw(form, answers);
  if (form.open) fireEvent.click(await screen.findByRole("button", { name: form.open }, PATIENCE));
  await waitFor(() => expect(button()).toBeTruthy(), PATIENCE);
  return world;
}

const buttons = () => [...document.querySelectorAll<HTMLElement>("button[aria-disabled]")];
/** The one that writes: by its words, else the last. */
const button = (words?: string) =>
  (buttons().find(({ textContent }) => textContent === words) ?? buttons().at(-1)) as HTMLElement;
const press = (words?: string) => act(async () => void fireEvent.click(button(words)));
const asksToSend = (asked: readonly string[]) => asked.filter((method) => method.startsWith("wallet eth_send"));

function enter(entered: Entered): void {
  for (const [label, value] of Object.entries(entered)) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
}

/** All that was entered, as the page holds it. */
const held = () =>
  [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")].map(({ value, checked }) => [
    value,
    checked,
  ]);

async function saysInstead(place: NoForm): Promise<void> {
  await draw(place);
  for (const words of place.says) await screen.findByText(words, undefined, PATIENCE);
  expect(buttons()).toEqual([]);
}

async function refusesIncomplete(form: IdleForm): Promise<void> {
  const { asked } = await show(form);
  if (form.obstacle !== undefined) {
    const { obstacle } = form;
    await waitFor(() => expect(reasonOf(button())).toBe(obstacle), PATIENCE);
    await press();
  }
  for (const { enter: entered, why } of form.refuses ?? []) {
    enter(entered);
    await waitFor(() => expect(screen.getAllByText(why).length).toBeGreaterThan(0), PATIENCE);
    expect(button().getAttribute("aria-disabled")).toBe("true");
    expect(reasonOf(button())).toBeTruthy();
    await press();
  }
  expect(asksToSend(asked)).toEqual([]);
}

const reasonOf = (of: HTMLElement) => document.getElementById(of.getAttribute("aria-describedby") ?? "")?.textContent;

async function survivesDecline(form: FormCase): Promise<void> {
  let declines = true;
  const { calls } = await show(form, {
    wallet: (method) => {
      if (method === "eth_sendTransaction" && declines) throw Object.assign(new Error("no"), { code: 4001 });
    },
  });
  enter(form.enter);
  await pressWhenReady(form);
  await waitFor(() => expect(screen.getByText("The wallet declined")).toBeTruthy(), PATIENCE);
  const before = held();
  declines = false;
  expect(calls()).toEqual([]);
  await pressWhenReady(form);
  await waitFor(() => expect(screen.getByText(form.done)).toBeTruthy(), PATIENCE);
  expect(calls()).toEqual(form.calls);
  expect(before.length).toBeGreaterThanOrEqual(Object.keys(form.enter).length);
  for (const value of Object.values(form.enter)) expect(before.map(([text]) => text)).toContain(value);
}

async function explainsRefusal(form: FormCase): Promise<void> {
  const { abi, error, args, title } = form.refusal;
  const { asked } = await show(form, { call: revertWith(abi, error, args) });
  enter(form.enter);
  await pressWhenReady(form);
  await waitFor(() => expect(screen.getByText(title)).toBeTruthy(), PATIENCE);
  expect(asksToSend(asked)).toEqual([]);
}

async function pressWhenReady(form: FormCase): Promise<void> {
  await waitFor(() => {
    expect(button(form.press).textContent).toBe(form.press);
    expect(button(form.press).getAttribute("aria-disabled")).toBe("false");
  }, PATIENCE);
  await press(form.press);
}
