import { describe, expect, it } from "vitest";
import type { Proposal } from "../../../data/governance/proposal.ts";
import { proposalState } from "./proposal-state.ts";
import { sampleProposal } from "./testing.ts";

const at = (now: number, changes: Partial<Proposal> = {}) => proposalState({ ...sampleProposal, ...changes }, now);
const carried = { quorum: 10n, forVotes: 8n, abstainVotes: 2n, againstVotes: 7n };

describe("proposalState", () => {
  it("waits to the end of the second in which the vote begins", () => {
    expect(at(100)).toBe("pending");
    expect(at(101)).toBe("active");
  });

  it("is open to the end of its last second", () => {
    expect(at(200)).toBe("active");
    expect(at(201, carried)).toBe("succeeded");
  });

  it.each<[string, Partial<Proposal>]>([
    ["nobody voted", {}],
    ["too few took part", { ...carried, quorum: 11n }],
    ["as many are against as for", { ...carried, againstVotes: 8n }],
  ])("is defeated when %s", (_, changes) => {
    expect(at(201, changes)).toBe("defeated");
  });

  it("expires when nobody puts it into force", () => {
    expect(at(300, carried)).toBe("succeeded");
    expect(at(301, carried)).toBe("expired");
  });

  it("stays what became of it", () => {
    expect(at(50, { status: "cancelled" })).toBe("cancelled");
    expect(at(999, { status: "executed" })).toBe("executed");
  });
});
