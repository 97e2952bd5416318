import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { devAccount } from "../chain/dev-accounts.ts";
import { type LocalProtocol, startProtocol } from "../stack/start-protocol.ts";
import { type FormedNetwork, form, type GovernanceRequest } from "./form.ts";
import { launch } from "./launch.ts";
import { refusalOf } from "./refusal-of.ts";

const SECONDS_PER_DAY = 60;

describe("form", () => {
  let protocol: LocalProtocol;
  let member: `0x${string}`;
  const from = devAccount(0);
  beforeAll(async () => {
    protocol = await startProtocol({}, { secondsPerDay: SECONDS_PER_DAY });
    member = await launch(protocol.session, { from, name: "Ada", symbol: "ADA", shares: parseEther("100") });
  });
  afterAll(() => protocol.chain.close());

  async function formWith(settings?: GovernanceRequest): Promise<FormedNetwork> {
    const { timestamp } = await protocol.session.client.getBlock();
    return form(protocol.session, {
      from,
      name: "Alone",
      symbol: "ALONE",
      founders: [{ account: from, member, stake: parseEther("10"), rate: parseEther("1") }],
      foundingEnds: timestamp + 3_600n,
      ...(settings && { settings }),
    });
  }

  async function settingsOf(governor: `0x${string}`) {
    const { client } = protocol.session;
    const contract = { address: governor, abi: networkGovernorAbi } as const;
    return {
      votingDelay: await client.readContract({ ...contract, functionName: "votingDelay" }),
      votingPeriod: await client.readContract({ ...contract, functionName: "votingPeriod" }),
      quorumPercent: await client.readContract({ ...contract, functionName: "quorumNumerator" }),
    };
  }

  test("forms a network and its governor, which votes as quickly as it may if nothing is said", async () => {
    const { network, governor } = await formWith();
    const contract = { address: network, abi: networkTokenAbi } as const;
    expect(await protocol.session.client.readContract({ ...contract, functionName: "governor" })).toBe(governor);
    expect(await settingsOf(governor)).toEqual({ votingDelay: 60n, votingPeriod: 180n, quorumPercent: 4n });
  });

  test("takes the settings that are said", async () => {
    const { governor } = await formWith({ votingDelay: 120, quorumPercent: 30n });
    expect(await settingsOf(governor)).toEqual({ votingDelay: 120n, votingPeriod: 180n, quorumPercent: 30n });
  });

  test("passes on what the governor refuses", async () => {
    const error = await formWith({ votingDelay: 59 }).catch((reason: unknown) => reason);
    expect(refusalOf(error)).toMatchObject({ name: "SettingOutOfRange", args: [expect.anything(), 59n, 60n, 420n] });
  });
});
