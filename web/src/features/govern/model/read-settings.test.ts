import { decodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { networkGovernorAbi } from "../../../chain/contracts.ts";
import type { SettingName } from "../../../data/governance/proposal.ts";
import { readSettings, settingsAsTyped } from "./read-settings.ts";
import { sampleGovernance } from "./testing.ts";

const now = settingsAsTyped(sampleGovernance);
const read = (changes: Partial<typeof now>, governance = sampleGovernance) =>
  readSettings(governance, { ...settingsAsTyped(governance), ...changes });
const decoded = (changes: Partial<typeof now>, governance = sampleGovernance) =>
  read(changes, governance).calls.map((data) => {
    const { functionName, args } = decodeFunctionData({ abi: networkGovernorAbi, data });
    return [functionName, args?.[0]];
  });

describe("readSettings", () => {
  it("shows the settings in the governor's days, and changes none that stay", () => {
    expect(now).toEqual({
      "voting-delay": "1",
      "voting-period": "3",
      "late-quorum": "1",
      threshold: "1",
      quorum: "4",
    });
    expect(read({})).toEqual({ errors: {}, calls: [] });
    expect(read({ "voting-delay": "1.0" }).calls).toEqual([]);
  });

  it("makes a call for each that differs", () => {
    expect(decoded({ "voting-delay": "1.5", "voting-period": "7", "late-quorum": "0" })).toEqual([
      ["setVotingDelay", 129_600],
      ["setVotingPeriod", 604_800],
      ["setLateQuorumVoteExtension", 0],
    ]);
    expect(decoded({ threshold: "6,000", quorum: "50" })).toEqual([
      ["setProposalThreshold", 6_000n * 10n ** 18n],
      ["updateQuorumNumerator", 50n],
    ]);
    expect(decoded({ "voting-delay": "2" }, { ...sampleGovernance, secondsPerDay: 60, votingDelay: 60 })).toEqual([
      ["setVotingDelay", 120],
    ]);
  });

  it("leaves a setting alone that no number of days says exactly", () => {
    expect(read({}, { ...sampleGovernance, votingDelay: 100_001 })).toEqual({ errors: {}, calls: [] });
  });

  it.each<[SettingName, string, RegExp]>([
    ["voting-delay", "0.9", /From 1 to 7 days/],
    ["voting-delay", "7.1", /From 1 to 7 days/],
    ["voting-delay", "1.000001", /whole seconds/],
    ["voting-period", "2", /From 3 to 30 days/],
    ["late-quorum", "8", /From 0 to 7 days/],
    ["threshold", "0.5", /From 1 share to 6,000: 2 %/],
    ["threshold", "6,001", /From 1 share to 6,000: 2 %/],
    ["quorum", "3", /From 4 to 50 percent/],
    ["quorum", "51", /From 4 to 50 percent/],
    ["quorum", "4.5", /./],
  ])("refuses %s %j", (setting, text, reason) => {
    const { errors, calls } = read({ quorum: "10", [setting]: text });
    expect(errors[setting]).toMatch(reason);
    expect(calls).toEqual([]);
  });
});
