import { expect, test } from "vitest";
import { parseEventSignature } from "./parse-event-signature.ts";

test("indexed marks, structs and spaces", () => {
  expect(parseEventSignature("p", " Shapes( indexed address, (int64, uint8[2])[] ,indexed string)")).toEqual({
    name: "Shapes",
    inputs: [
      { type: "address", indexed: true },
      { type: "(int64,uint8[2])[]", indexed: false },
      { type: "string", indexed: true },
    ],
    canonical: "Shapes(address,(int64,uint8[2])[],string)",
  });
});

test("no parameters", () => {
  expect(parseEventSignature("p", "Done()").canonical).toBe("Done()");
});

test.for(["Transfer", "(address)", "Transfer(address", "Transfer(address,,uint256)"])("%j is refused", (text) => {
  expect(() => parseEventSignature("dataSources[0]", text)).toThrow(/^dataSources\[0\]: /);
});
