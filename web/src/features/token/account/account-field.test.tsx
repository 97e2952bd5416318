// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { AccountField, walletOf } from "./account-field.tsx";

function Field({ offer = walletOf }: { readonly offer?: typeof walletOf }) {
  const [text, setText] = useState("");
  return (
    <AccountField
      snapshot={trioSnapshot()}
      label="Who"
      text={text}
      onTextChange={setText}
      offer={offer}
      hint="A hint."
      error={text === "" ? undefined : "Not an address."}
    />
  );
}

const renderField = (offer?: typeof walletOf) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <Field {...(offer ? { offer } : {})} />
    </QueryClientProvider>,
  );
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Who" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });

describe("AccountField", () => {
  afterEach(cleanup);

  it("offers a person by name, and takes the wallet", () => {
    renderField();
    type("ada");
    fireEvent.click(within(screen.getByRole("list", { name: "Who fits" })).getByRole("button", { name: /Ada Okafor/ }));
    expect(field().value).toBe(wallets.ada);
    expect(screen.queryByRole("list")).toBeNull();
  });

  it("leaves out who can’t be chosen here, and says what is wrong only when nobody fits", () => {
    renderField();
    type("trio");
    expect(screen.queryByRole("list")).toBeNull();
    expect(screen.getByText("Not an address.")).toBeTruthy();
    type("ben");
    expect(screen.queryByText("Not an address.")).toBeNull();
  });

  it("offers a network where it may be chosen", () => {
    renderField(({ person, address }) => person ?? address);
    type("trio");
    fireEvent.click(screen.getByRole("button", { name: /Trio/ }));
    expect(field().value).toBe(tokens.trio);
  });
});
