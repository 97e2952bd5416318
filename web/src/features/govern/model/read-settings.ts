import { encodeFunctionData, formatUnits, type Hex } from "viem";
import { networkGovernorAbi } from "../../../chain/contracts.ts";
import type { NetworkGovernance, SettingName } from "../../../data/governance/proposal.ts";
import { formatAmount } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { MOST_THRESHOLD_PERCENT } from "./threshold.ts";

const ONE = 10n ** 18n;

/** The governor's bounds (`NetworkGovernor`): days for times, percent for the quorum. */
const BOUNDS = {
  "voting-delay": [1n, 7n],
  "voting-period": [3n, 30n],
  "late-quorum": [0n, 7n],
  quorum: [4n, 50n],
} as const;

/** Settings as typed: times in days of the governor, the threshold in network shares, the quorum in percent. */
export type TypedSettings = Readonly<Record<SettingName, string>>;

/** What would be changed, or what is wrong with each field. */
export interface SettingsRead {
  readonly errors: Readonly<Partial<Record<SettingName, string>>>;
  /** Calls of the governor, one for each setting that differs; empty while something is wrong. */
  readonly calls: readonly Hex[];
}

/** The settings as they are, as one would type them. */
export function settingsAsTyped(governance: NetworkGovernance): TypedSettings {
  const days = (seconds: number) => formatUnits((BigInt(seconds) * ONE) / BigInt(governance.secondsPerDay), 18);
  return {
    "voting-delay": days(governance.votingDelay),
    "voting-period": days(governance.votingPeriod),
    "late-quorum": days(governance.lateQuorumExtension),
    threshold: formatUnits(governance.proposalThreshold, 18),
    quorum: String(governance.quorumPercent),
  };
}

/** Reads settings by the governor's bounds; what was left as it is makes no call. */
export function readSettings(governance: NetworkGovernance, typed: TypedSettings): SettingsRead {
  const before = settingsAsTyped(governance);
  const errors: Partial<Record<SettingName, string>> = {};
  const calls: Hex[] = [];
  for (const setting of SETTINGS) {
    if (typed[setting].trim() === before[setting]) continue;
    const value = READERS[setting](typed[setting], governance);
    if (typeof value === "string") errors[setting] = value;
    else if (value !== NOW[setting](governance)) calls.push(callOf(setting, value));
  }
  return { errors, calls: Object.keys(errors).length > 0 ? [] : calls };
}

const SETTINGS = ["voting-delay", "voting-period", "late-quorum", "threshold", "quorum"] as const;

type ReadSetting = (text: string, governance: NetworkGovernance) => bigint | string;

const READERS: Readonly<Record<SettingName, ReadSetting>> = {
  "voting-delay": (text, governance) => readSeconds(text, governance, BOUNDS["voting-delay"]),
  "voting-period": (text, governance) => readSeconds(text, governance, BOUNDS["voting-period"]),
  "late-quorum": (text, governance) => readSeconds(text, governance, BOUNDS["late-quorum"]),
  threshold: readThreshold,
  quorum: readQuorum,
};

const NOW: Readonly<Record<SettingName, (governance: NetworkGovernance) => bigint>> = {
  "voting-delay": ({ votingDelay }) => BigInt(votingDelay),
  "voting-period": ({ votingPeriod }) => BigInt(votingPeriod),
  "late-quorum": ({ lateQuorumExtension }) => BigInt(lateQuorumExtension),
  threshold: ({ proposalThreshold }) => proposalThreshold,
  quorum: ({ quorumPercent }) => quorumPercent,
};

function readSeconds(
  text: string,
  { secondsPerDay }: NetworkGovernance,
  [least, most]: readonly [bigint, bigint],
): bigint | string {
  const parsed = parseAmount(text, 18);
  if (!parsed.ok) return parsed.reason;
  if (parsed.value < least * ONE || parsed.value > most * ONE) return `From ${least} to ${most} days.`;
  const seconds = parsed.value * BigInt(secondsPerDay);
  return seconds % ONE === 0n ? seconds / ONE : "Choose days that are whole seconds.";
}

function readThreshold(text: string, { votableSupply }: NetworkGovernance): bigint | string {
  const parsed = parseAmount(text, 18);
  if (!parsed.ok) return parsed.reason;
  const bound = (votableSupply * MOST_THRESHOLD_PERCENT) / 100n;
  const most = bound > ONE ? bound : ONE;
  return parsed.value < ONE || parsed.value > most
    ? `From 1 share to ${formatAmount(most)}: ${MOST_THRESHOLD_PERCENT} % of what can vote.`
    : parsed.value;
}

function readQuorum(text: string): bigint | string {
  const parsed = parseAmount(text, 0);
  if (!parsed.ok) return parsed.reason;
  const [least, most] = BOUNDS.quorum;
  return parsed.value < least || parsed.value > most ? `From ${least} to ${most} percent.` : parsed.value;
}

function callOf(setting: SettingName, value: bigint): Hex {
  const abi = networkGovernorAbi;
  switch (setting) {
    case "voting-delay":
      return encodeFunctionData({ abi, functionName: "setVotingDelay", args: [Number(value)] });
    case "voting-period":
      return encodeFunctionData({ abi, functionName: "setVotingPeriod", args: [Number(value)] });
    case "late-quorum":
      return encodeFunctionData({ abi, functionName: "setLateQuorumVoteExtension", args: [Number(value)] });
    case "threshold":
      return encodeFunctionData({ abi, functionName: "setProposalThreshold", args: [value] });
    case "quorum":
      return encodeFunctionData({ abi, functionName: "updateQuorumNumerator", args: [value] });
  }
}
