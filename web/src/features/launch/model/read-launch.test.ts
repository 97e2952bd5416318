import { describe, expect, it } from "vitest";
import { EMPTY_LAUNCH, type LaunchDraft, readLaunch } from "./read-launch.ts";

const nobody: ReadonlySet<string> = new Set();
const draft = (changes: Partial<LaunchDraft> = {}): LaunchDraft => ({
  ...EMPTY_LAUNCH,
  description: { name: "Kofi Mensah", about: "Ferryman.", image: "" },
  ...changes,
});

describe("readLaunch", () => {
  it("makes the arguments of the call", () => {
    const { args, obstacle } = readLaunch(draft(), nobody);
    expect(obstacle).toBeUndefined();
    expect(args).toEqual([
      "Kofi Mensah",
      "KOFI",
      10n ** 24n,
      expect.stringMatching(/^data:application\/json;base64,/),
      true,
    ]);
    expect(readLaunch(draft({ holders: "closed" }), nobody).args?.[4]).toBe(false);
  });

  it("asks for what is missing, from the top", () => {
    expect(readLaunch(EMPTY_LAUNCH, nobody)).toMatchObject({ args: undefined, obstacle: "Enter a name." });
    expect(readLaunch(draft({ shares: " " }), nobody)).toMatchObject({
      args: undefined,
      obstacle: "Enter how many shares there are.",
      sharesProblem: undefined,
    });
  });

  it.each([
    ["0", /at least 0\.001 have to exist/],
    ["0.000999", /at least 0\.001 have to exist/],
    ["79,228,162,514.264337593543950336", /at most 79,228,162,514\.26 can exist/],
    ["1,5", /Write decimals with a point/],
    ["many", /is not a number/],
  ])("refuses %s shares", (shares, words) => {
    const { args, sharesProblem, obstacle } = readLaunch(draft({ shares }), nobody);
    expect(args).toBeUndefined();
    expect(sharesProblem).toMatch(words);
    expect(obstacle).toBe(sharesProblem);
  });

  it.each(["0.001", "79228162514.264337593543950335"])("takes the outermost %s", (shares) => {
    expect(readLaunch(draft({ shares }), nobody).args).toBeDefined();
  });
});
