import { expect, test } from "vitest";
import { FileError } from "../files/file-error.ts";
import type { IpfsStore } from "../files/file-store.ts";
import type { Chain } from "../source/chain.ts";
import { createChainAnswers } from "./chain-answers.ts";
import { MissingAnswer } from "./missing-answer.ts";

const { signal } = new AbortController();
const BLOCK = { number: 1, hash: "0x01" } as const;

/** Asks until the answer is there, as handlers are run again. */
async function answer<T>(ask: () => T): Promise<T> {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof MissingAnswer)) throw error;
    await error.fetch();
    return ask();
  }
}

test("handlers may not read IPFS unless that is allowed", () => {
  const answers = createChainAnswers({} as Chain, BLOCK, null, signal);
  expect(() => answers.file("Qm")).toThrow(
    "`ipfs.cat` is deprecated. Improved support for IPFS will be added in the future",
  );
  expect(() => answers.fileBlock("Qm")).toThrow("`ipfs.getBlock` is deprecated.");
});

test("a file that cannot be had is null to the handlers of its block, and asked for once", async () => {
  const asked: string[] = [];
  const ipfs: IpfsStore = {
    async read(id) {
      asked.push(id);
      if (id === "here") return Buffer.from("text");
      throw new FileError("nowhere");
    },
    block: async () => Buffer.from("block"),
  };
  const answers = createChainAnswers({} as Chain, BLOCK, ipfs, signal);
  expect(await answer(() => answers.file("here"))).toEqual(Buffer.from("text"));
  expect(await answer(() => answers.file("gone"))).toBeNull();
  expect(answers.file("gone")).toBeNull();
  expect(await answer(() => answers.fileBlock("here"))).toEqual(Buffer.from("block"));
  expect(asked).toEqual(["here", "gone"]);
});
