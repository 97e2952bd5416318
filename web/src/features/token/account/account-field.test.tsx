// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { ownershipQueryOptions, useOwnership } from "../../../data/ownership.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { AccountField, walletOf } from "./account-field.tsx";

/** On a page that follows the whole graph. */
function Field({ offer = walletOf }: { readonly offer?: typeof walletOf }) {
  const [text, setText] = useState("");
  useOwnership();
  return (
    <AccountField
      label="Who"
      text={text}
      onTextChange={setText}
      offer={offer}
      hint="A hint."
      error={text === "" ? undefined : "Not an address."}
    />
  );
}

function renderField(offer?: typeof walletOf): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(ownershipQueryOptions().queryKey, trioSnapshot());
  render(
    <QueryClientProvider client={client}>
      <Field {...(offer ? { offer } : {})} />
    </QueryClientProvider>,
  );
  field().focus();
}
const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Who" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });

describe("AccountField", () => {
  afterEach(cleanup);

  it("offers a person by name, and Enter takes the wallet", () => {
    renderField();
    expect(screen.getByText("A hint.")).toBeTruthy();
    type("ada");
    expect(screen.getByRole("option", { name: /Ada Okafor/ })).toBeTruthy();
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(field().value).toBe(wallets.ada);
    expect(screen.queryByRole("option")).toBeNull();
  });

  it("leaves out who can’t be chosen here, and says what is wrong only when nobody fits", () => {
    renderField();
    type("trio");
    expect(screen.queryByRole("option")).toBeNull();
    expect(screen.getByText("Not an address.")).toBeTruthy();
    expect(screen.getByText("Nobody by that name can be chosen here.")).toBeTruthy();
    type("ben");
    expect(screen.queryByText("Not an address.")).toBeNull();
  });

  it("offers a network where it may be chosen", () => {
    renderField(({ person, address }) => person ?? address);
    type("trio");
    fireEvent.click(screen.getByRole("option", { name: /Trio/ }));
    expect(field().value).toBe(tokens.trio);
  });

  it("hangs no list under an address, whole or begun", () => {
    renderField();
    type("0x12");
    expect(field().getAttribute("aria-expanded")).toBe("false");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    type(wallets.ada);
    expect(field().getAttribute("aria-expanded")).toBe("false");
  });
});
