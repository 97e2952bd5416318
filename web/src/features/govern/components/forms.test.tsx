// @vitest-environment jsdom
import { networkGovernorAbi, networkTokenAbi } from "@weft/abis";
import { type Abi, encodeFunctionData, keccak256, toHex } from "viem";
import type { Application } from "../../../data/governance/proposal.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { ONE, sampleAddress } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { metadataUri } from "../../describe/model/metadata-uri.ts";
import { sampleEntry, sampleRecord } from "../../network/model/testing.ts";
import { type FormCase, testForm, testIdleForm } from "../../transact/testing/form-case.tsx";
import type { SentCall } from "../../transact/testing/wallet-world.tsx";
import { sampleGovernance, sampleProposal } from "../model/testing.ts";
import { ApplyForm } from "./apply-form.tsx";
import { DelegateForm } from "./delegate-form.tsx";
import { DescriptionForm } from "./description-form.tsx";
import { EndTermsForm } from "./end-terms-form.tsx";
import { ProposalActs } from "./proposal-acts.tsx";
import { SettingsForm } from "./settings-form.tsx";
import { SponsorForm } from "./sponsor-form.tsx";

const snapshot = trioSnapshot();
const now = snapshot.timestamp;
const network = snapshot.tokens.get(tokens.trio) as TokenInfo;
const governance = sampleGovernance;
const { governor } = governance;
const stranger = sampleAddress(0xe5);
const DAY = 86_400;

/** Ada has this many votes. */
const voting = (votes: bigint) => ({
  index: { VotingPower: { voter: { votes: String(votes), delegate: null }, votes: [] } },
});
const props = { snapshot, network, governance };
const common = { account: wallets.ada, snapshot, world: voting(100_000n * ONE) };

function propose(words: string, ...calls: readonly { readonly to: string; readonly data: string }[]): SentCall {
  const values = calls.map(() => 0n);
  const args = [calls.map(({ to }) => to), values, calls.map(({ data }) => data), words];
  return { to: governor, functionName: "propose", args };
}

const onNetwork = (functionName: string, ...args: readonly unknown[]) => ({
  to: tokens.trio,
  data: encodeFunctionData({ abi: networkTokenAbi as Abi, functionName, args }),
});
const onGovernor = (functionName: string, ...args: readonly unknown[]) => ({
  to: governor,
  data: encodeFunctionData({ abi: networkGovernorAbi as Abi, functionName, args }),
});

const refusedBy = (error: string, args: readonly unknown[], title: string): FormCase["refusal"] => ({
  abi: networkGovernorAbi as Abi,
  error,
  args,
  title,
});
const tooFewVotes = refusedBy(
  "GovernorInsufficientProposerVotes",
  [wallets.ada, 0n, ONE],
  "Not enough votes to propose",
);
const PROPOSED = "It is on the record. Members vote on it soon.";
const PROPOSE = "Put it to the vote";

testForm("proposing other rules of voting", {
  ...common,
  form: () => <SettingsForm {...props} />,
  obstacle: "Change a setting first.",
  refuses: [
    { enter: { "A vote lasts": "31" }, why: "From 3 to 30 days." },
    { enter: { "A vote lasts": "3", "Taking part, for a vote to count": "51" }, why: "From 4 to 50 percent." },
    { enter: { "Taking part, for a vote to count": "4", Title: " " }, why: "Say in a few words what is decided." },
  ],
  enter: { "A vote lasts": "5", "Taking part, for a vote to count": "20", Why: "More of us." },
  press: PROPOSE,
  calls: [
    propose(
      "Change how we vote\n\nMore of us.",
      onGovernor("setVotingPeriod", 5 * DAY),
      onGovernor("updateQuorumNumerator", 20n),
    ),
  ],
  done: PROPOSED,
  refusal: tooFewVotes,
});

testIdleForm("proposing, with too few votes for it", {
  ...common,
  world: voting(ONE / 2n),
  form: () => <SettingsForm {...props} />,
  obstacle: "Proposing takes 1 votes of TRIO; you have 0.5.",
});

testForm("proposing another description", {
  ...common,
  form: () => <DescriptionForm {...props} before={{ description: "We help.", image: "", links: [], unread: false }} />,
  obstacle: "Change the description first.",
  refuses: [{ enter: { Links: "javascript:alert(1)" }, why: /is no link/ }],
  enter: { "What it is for": "We help each other." },
  press: PROPOSE,
  calls: [
    propose(
      "Describe Trio anew",
      onNetwork(
        "setContractURI",
        metadataUri({ name: "Trio", description: "We help each other.", image: "", links: [] }),
      ),
    ),
  ],
  done: PROPOSED,
  refusal: tooFewVotes,
});

const lasting = { ...sampleEntry, expiry: now + 30 * DAY };

testForm("proposing an end to terms", {
  ...common,
  form: () => (
    <EndTermsForm {...props} record={{ ...sampleRecord, terms: [lasting, { ...lasting, number: 5 }], exits: [] }} />
  ),
  refuses: [{ enter: { Title: "" }, why: "Say in a few words what is decided." }],
  enter: { Terms: "5", Why: "She has left." },
  press: PROPOSE,
  calls: [propose("End terms No. 5\n\nShe has left.", onNetwork("cancelTerms", 5n))],
  done: PROPOSED,
  refusal: refusedBy("FoundingIsOpen", [], "The founding is not over"),
});

const application: Application = {
  id: "0x07",
  member: tokens.ben,
  account: wallets.ben,
  amount: 50_000n * ONE,
  rate: ONE / 2n,
  uri: "",
  status: "open",
  createdAt: now,
};

testForm("standing for an application", {
  ...common,
  form: () => <SponsorForm {...props} application={application} />,
  refuses: [
    { enter: { "May stake at most": "0" }, why: "Enter an amount above zero." },
    { enter: { "May stake at most": "1", "Terms are open for": "31" }, why: "From 1 to 30 days." },
    { enter: { "Terms are open for": "14", "New shares don’t move for": "2000" }, why: "From 0 to 1461 days." },
  ],
  enter: { "May stake at most": "20000", "New shares don’t move for": "90", Why: "I know him." },
  press: PROPOSE,
  calls: [
    propose(
      "Admit Ben Lindqvist\n\nI know him.",
      onNetwork("createTerms", {
        member: tokens.ben,
        account: wallets.ben,
        rate: ONE / 2n,
        cap: 20_000n * ONE,
        opensAt: 0n,
        // After notice, vote and two days they are open for fourteen; to the full hour.
        expiry: BigInt(now + (1 + 3 + 2 + 14) * DAY),
        lockup: 90n * BigInt(DAY),
        maxMemberSupply: 1_000_000n * ONE,
        sponsor: wallets.ada,
      }),
    ),
  ],
  done: PROPOSED,
  refusal: refusedBy("SponsorNotProposer", [wallets.ben, wallets.ada], "Somebody else would stand for these terms"),
});

/** Ada holds her own shares, and TRIO. */
const held = {
  account: { personalToken: { id: tokens.ada } },
  holdings: [
    {
      balance: String(100_000n * ONE),
      token: { __typename: "NetworkToken", id: tokens.trio, name: "Trio", symbol: "TRIO" },
    },
    {
      balance: String(800_000n * ONE),
      token: { __typename: "PersonalToken", id: tokens.ada, name: "Ada", symbol: "ADA" },
    },
  ],
};

testForm("applying to join", {
  ...common,
  world: { index: { Stakeable: held } },
  form: () => <ApplyForm network={{ ...network, founded: true }} />,
  obstacle: "Enter how many ADA you would stake.",
  refuses: [
    { enter: { "You would stake": "800000.000000000000000001" }, why: "You hold 800,000 ADA." },
    { enter: { "You would stake": "1", "You ask for, for each ADA": "0" }, why: "Enter an amount above zero." },
    {
      enter: { "You ask for, for each ADA": "1", "What speaks for you": "ü".repeat(513) },
      why: /^At most 1024 bytes fit/,
    },
  ],
  enter: {
    "You would stake": "200000",
    "You ask for, for each ADA": "0.5",
    "What speaks for you": "https://example.org",
  },
  press: "Apply with 200,000 ADA",
  calls: [
    {
      to: tokens.trio,
      functionName: "applyForMembership",
      args: [tokens.ada, 200_000n * ONE, ONE / 2n, "https://example.org"],
    },
  ],
  done: "Your application is on the record. Ask a member to stand for you.",
  refusal: {
    abi: networkTokenAbi,
    error: "NotEquityToken",
    args: [tokens.ada],
    title: "This is not a token of Weft",
  },
});

const open = { ...sampleProposal, startsAt: now - 10, endsAt: now + DAY, expiresAt: now + 9 * DAY };
const acts = { network, governance, cast: undefined };
const ofProposal = [[tokens.trio], [0n], ["0x1234"], keccak256(toHex(open.description))];

testForm("voting", {
  ...common,
  world: { reads: { getVotes: 3n * ONE } },
  form: () => <ProposalActs {...acts} proposal={open} state="active" />,
  refuses: [{ enter: { Why: "ü".repeat(513) }, why: "Shorten the reason first." }],
  enter: { Why: "He is good." },
  press: "Vote for",
  calls: [{ to: governor, functionName: "castVoteWithReason", args: [7n, 1, "He is good."] }],
  done: "Your vote counts.",
  refusal: refusedBy("GovernorAlreadyCastVote", [wallets.ada], "You have voted already"),
});

testForm("putting a vote into force", {
  ...common,
  form: () => <ProposalActs {...acts} proposal={open} state="succeeded" />,
  enter: {},
  press: "Put it into force",
  calls: [{ to: governor, functionName: "execute", args: ofProposal }],
  done: "It is in force.",
  refusal: {
    abi: networkTokenAbi,
    error: "TooMuchDilution",
    args: [2n, 1n],
    title: "Too many new shares within a month",
  },
});

testForm("withdrawing a proposal", {
  ...common,
  form: () => <ProposalActs {...acts} proposal={open} state="pending" />,
  enter: {},
  press: "Withdraw your proposal",
  calls: [{ to: governor, functionName: "cancel", args: ofProposal }],
  done: "It was withdrawn.",
  refusal: refusedBy("GovernorUnableToCancel", [7n, wallets.ada], "You can’t withdraw this proposal"),
});

testForm("letting somebody vote", {
  ...common,
  form: () => (
    <DelegateForm
      snapshot={snapshot}
      network={network}
      account={wallets.ada}
      voter={{ votes: ONE, delegate: wallets.ada, cast: new Map() }}
    />
  ),
  open: "Let somebody vote for you",
  obstacle: "Enter who votes for you.",
  refuses: [
    { enter: { "Who votes with your shares": "0x12" }, why: /^Choose somebody by name/ },
    { enter: { "Who votes with your shares": wallets.ada }, why: "You vote already. Enter who shall." },
  ],
  enter: { "Who votes with your shares": stranger },
  press: "Let them vote",
  calls: [{ to: tokens.trio, functionName: "delegate", args: [stranger] }],
  done: "0x0000…00e5 votes with your TRIO from now on.",
  refusal: { abi: networkTokenAbi, error: "VotesExpiredSignature", args: [1n], title: "The signature is too old" },
});
