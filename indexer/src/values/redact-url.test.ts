import { expect, test } from "vitest";
import { redactUrl } from "./redact-url.ts";

test.each([
  ["http://127.0.0.1:8545", "http://127.0.0.1:8545"],
  ["postgres://user:secret@db:5432/graph", "postgres://user:***@db:5432/graph"],
  ["https://mainnet.infura.io/v3/0123456789abcdef0123456789abcdef", "https://mainnet.infura.io/v3/***"],
  [
    "https://rpc.example/eth-mainnet-archive/?apikey=abc&x=1",
    "https://rpc.example/eth-mainnet-archive/?apikey=***&x=***",
  ],
  ["no address", "no address"],
])("%s is shown as %s", (text, shown) => {
  expect(redactUrl(text)).toBe(shown);
});
