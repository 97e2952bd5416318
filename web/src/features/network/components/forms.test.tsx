// @vitest-environment jsdom
import { networkTokenAbi, personalTokenAbi } from "@weft/abis";
import type { ReactNode } from "react";
import { encodeFunctionData } from "viem";
import { vi } from "vitest";
import type { NetworkRecord, OfferedTerms } from "../../../data/network.ts";
import type { TokenInfo } from "../../../data/ownership.ts";
import { ONE } from "../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../data/testing/trio.ts";
import { sampleGovernance } from "../../govern/model/testing.ts";
import { testForm, testNoForm } from "../../transact/testing/form-case.tsx";
import { useTransact } from "../../transact/use-transact.ts";
import { foundingView } from "../model/founding-view.ts";
import { sampleEntry, sampleExit, sampleFounding, samplePosition, sampleRecord } from "../model/testing.ts";
import { viewExit } from "../model/way-out.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { ExitForm } from "./exit-form.tsx";
import { LeaveForm } from "./leave-form.tsx";
import { StakeCard } from "./stake-card.tsx";
import { StakedCard } from "./staked-card.tsx";
import { TakeBackForm } from "./take-back-form.tsx";

vi.mock(import("../../../chain/contracts.ts"), async (original) => ({ ...(await original()), deployment: undefined }));

const snapshot = trioSnapshot();
const now = snapshot.timestamp;
const DAY = 86_400;
const token = snapshot.tokens.get(tokens.trio) as TokenInfo;
const ofTrio = (functionName: string, ...args: readonly unknown[]) => ({ to: tokens.trio, functionName, args });
const common = { account: wallets.ada, snapshot };
const open = { opensAt: now - 10, expiry: now + DAY };
const entry = { ...sampleEntry, ...open };
const exit = { ...sampleExit, ...open };
const position = samplePosition;

function Leave(): ReactNode {
  const transact = useTransact("leave:test");
  const view = viewExit(snapshot, exit, position.staked, now);
  return <LeaveForm {...{ snapshot, token, position, view, transact }} account={wallets.ada} />;
}

const failed = foundingView({ ...sampleRecord, founded: false, foundingEnds: now - 10 }, now);

function TakeBack(): ReactNode {
  const transact = useTransact("leave:test");
  const takeBack = { number: 0, amount: position.staked, shares: position.minted };
  return (
    <TakeBackForm {...{ snapshot, token, position, takeBack, transact }} founding={failed} account={wallets.ada} />
  );
}

function Stake({
  terms = entry,
  invited = 3,
}: {
  readonly terms?: OfferedTerms;
  readonly invited?: number;
}): ReactNode {
  const record = { data: { ...sampleRecord, terms: [terms] }, isError: false } as never;
  const founding = foundingView({ ...sampleRecord, terms: [] }, now);
  return <StakeCard {...{ snapshot, token, record, founding, now, invited }} />;
}

/** Ada's founding stake, whatever way back there is for it. */
function Staked({ record }: { readonly record: NetworkRecord }): ReactNode {
  return <StakedCard {...{ snapshot, token, record, now }} founding={foundingView(record, now)} />;
}

const stakedByAda = {
  member: { id: tokens.ada },
  account: { id: wallets.ada },
  ...{ staked: String(position.staked), minted: String(position.minted), returned: "0", burned: "0" },
};
const ownStake = { ...common, world: { index: { Positions: { positions: [stakedByAda], stakes: [] } } } };

/** Founders are Ada and Ben, neither has staked. */
function StakeAsFounder(): ReactNode {
  const whole = { ...sampleFounding, status: "open", used: 0n, expiry: now + DAY } as const;
  const terms = [whole, { ...whole, number: 1, member: tokens.ben, account: wallets.ben, rate: ONE }];
  const begun = { ...sampleRecord, founded: false, foundingEnds: now + DAY, terms };
  const record = { data: begun, isError: false } as never;
  return <StakeCard {...{ snapshot, token, record, now }} founding={foundingView(begun, now)} invited={0} />;
}

testForm("staking by an invitation, into a network that may hold the shares and may take them", {
  ...common,
  world: { reads: { transfersOpen: true, isHolderApproved: false, allowance: 200_000n * ONE } },
  form: () => <Stake />,
  obstacle: "Enter how many ADA you stake.",
  refuses: [{ enter: { "You stake": "100000.000000000000000001" }, why: "Correct the amount first." }],
  enter: { "You stake": "40000" },
  press: "Stake 40,000 ADA",
  // Nothing was issued since the page was read: 300,000 TRIO, and the 20,000 that come now.
  calls: [ofTrio("stake", 3n, 40_000n * ONE, wallets.ada, 320_000n * ONE)],
  done: "You handed over 40,000 ADA and received 20,000 TRIO in your wallet.",
  refusal: {
    abi: networkTokenAbi,
    error: "MemberSupplyAboveTerms",
    args: [2n, 1n],
    title: "There are more shares of the member than the terms allow",
  },
});

testForm("staking as a founder, whole, while another founder's stake is to come", {
  ...common,
  world: { reads: { transfersOpen: true, isHolderApproved: false, allowance: 200_000n * ONE } },
  form: () => <StakeAsFounder />,
  enter: {},
  press: "Stake 200,000 ADA",
  // 300,000 TRIO there are, 100,000 for this stake, and 200,000 that the other founder may have minted before it.
  calls: [ofTrio("stake", 0n, 200_000n * ONE, wallets.ada, 600_000n * ONE)],
  done: "You handed over 200,000 ADA and received 100,000 TRIO in your wallet.",
  refusal: {
    abi: networkTokenAbi,
    error: "FounderStakesWhole",
    args: [0n, 1n, 2n],
    title: "A founder stakes the whole amount, once",
  },
});

testNoForm("an invitation that is for another account", {
  ...common,
  account: wallets.ben,
  form: () => <Stake />,
  says: [/^Ada Okafor may stake up to 200,000 ADA into Trio/, "This invitation is for another account", /It is for/],
});

testNoForm("an invitation to terms that don’t exist", {
  ...common,
  form: () => <Stake invited={8} terms={{ ...entry, account: wallets.ben }} />,
  says: ["This invitation leads nowhere", /^Trio has no terms No\. 8\./, "No terms are for this account"],
});

testNoForm("an invitation before its time", {
  ...common,
  form: () => <Stake terms={{ ...entry, opensAt: now + 60 }} />,
  says: [/^From .*, until/, "These terms can’t be used"],
});

testForm("leaving under terms that members agreed to", {
  ...common,
  form: () => <Leave />,
  obstacle: "Enter how many ADA you take back.",
  refuses: [
    { enter: { "You take back": "0" }, why: "Enter an amount above zero." },
    { enter: { "You take back": "100001" }, why: "Members agreed to give 100,000 ADA more back at most." },
    { enter: { "You take back": "200001" }, why: "200,000 ADA of yours are still in." },
  ],
  enter: { "You take back": "60000" },
  press: "Take back 60,000 ADA",
  calls: [ofTrio("unstake", 4n, 60_000n * ONE)],
  done: "60,000 ADA came back to your wallet, and 30,000 TRIO were burned.",
  refusal: {
    abi: networkTokenAbi,
    error: "TermsExpired",
    args: [4n, 1n],
    title: "These terms have ended",
  },
});

testNoForm("a stake that nothing was agreed about", {
  ...ownStake,
  form: () => <Staked record={{ ...sampleRecord, exits: [] }} />,
  says: ["You can leave by vote, or by selling your TRIO.", "Ask to leave by vote"],
});

testNoForm("a stake whose terms to leave are not open yet", {
  ...ownStake,
  form: () => <Staked record={{ ...sampleRecord, exits: [{ ...exit, opensAt: now + DAY }] }} />,
  says: ["You can leave soon", /^Members agreed: up to 150,000 ADA can come back from/],
});

testNoForm("a stake whose terms to leave were ended by a vote", {
  ...ownStake,
  form: () => <Staked record={{ ...sampleRecord, exits: [{ ...exit, status: "cancelled", cancelledBy: "vote" }] }} />,
  says: ["By vote, members ended the terms under which ADA could come back.", "Ask to leave by vote"],
});

testNoForm("a stake while founders are missing", {
  ...ownStake,
  form: () => <Staked record={{ ...sampleRecord, founded: false, foundingEnds: now + DAY, exits: [] }} />,
  says: [/^While founders still stake, it stays in\./],
});

testForm("taking a stake back from a founding that failed", {
  ...common,
  form: () => <TakeBack />,
  enter: {},
  press: "Take back 200,000 ADA",
  calls: [ofTrio("unstake", 0n, 200_000n * ONE)],
  done: "200,000 ADA came back to your wallet, and 100,000 TRIO were burned.",
  refusal: {
    abi: networkTokenAbi,
    error: "TakeBackOver",
    args: [1n],
    title: "It is too late to take the stake back",
  },
});

testForm("cancelling terms at once", {
  ...common,
  form: () => (
    <CancelDialog
      {...{ snapshot, token }}
      row={{ way: "in", terms: entry, state: "usable", cancel: "member" }}
      onClose={() => {}}
    />
  ),
  enter: {},
  press: "Cancel terms No. 3",
  calls: [ofTrio("cancelTerms", 3n)],
  done: "The terms have ended.",
  refusal: {
    abi: networkTokenAbi,
    error: "NotYoursToCancel",
    args: [3n, wallets.ada],
    title: "You can’t cancel these terms",
  },
});

testForm("asking to leave", {
  ...common,
  world: { index: { VotingPower: { voter: { votes: String(100_000n * ONE), delegate: null }, votes: [] } } },
  form: () => <ExitForm {...{ snapshot, position }} network={token} governance={sampleGovernance} />,
  refuses: [
    { enter: { "Would come back": "200001" }, why: "200,000 ADA are still in." },
    {
      enter: { "Would come back": "1", "Burned for each ADA": "0.4" },
      why: "At least 0.5: what was received on average.",
    },
  ],
  enter: { "Would come back": "150000", "Burned for each ADA": "0.6", "You can do it for": "7", Why: "I move on." },
  press: "Put it to the vote",
  calls: [
    {
      to: sampleGovernance.governor,
      functionName: "propose",
      args: [
        [tokens.trio],
        [0n],
        [
          encodeFunctionData({
            abi: networkTokenAbi,
            functionName: "createExitTerms",
            args: [
              {
                member: tokens.ada,
                account: wallets.ada,
                rate: (6n * ONE) / 10n,
                cap: 150_000n * ONE,
                opensAt: 0n,
                expiry: BigInt(now + (1 + 3 + 2 + 7) * DAY),
                lockup: 0,
                maxMemberSupply: 0n,
                sponsor: wallets.ada,
              },
            ],
          }),
        ],
        "Let Ada Okafor take ADA back\n\nI move on.",
      ],
    },
  ],
  done: "It is on the record. Members vote on it soon.",
  refusal: {
    abi: networkTokenAbi,
    error: "PositionTooSmall",
    args: [tokens.ada, wallets.ada, 2n, 1n],
    title: "That much was not staked, or came back already",
  },
});

testForm("staking shares of a token that chooses who holds it", {
  ...common,
  world: { reads: { transfersOpen: false, isHolderApproved: false, allowance: 200_000n * ONE } },
  form: () => <Stake />,
  enter: { "You stake": "40000" },
  press: "Stake 40,000 ADA",
  calls: [
    { to: tokens.ada, functionName: "approveHolder", args: [tokens.trio, true] },
    ofTrio("stake", 3n, 40_000n * ONE, wallets.ada, 320_000n * ONE),
  ],
  done: "You handed over 40,000 ADA and received 20,000 TRIO in your wallet.",
  refusal: {
    abi: personalTokenAbi,
    error: "OnlyPerson",
    args: [wallets.ada],
    title: "Only the person behind the token can do this",
  },
});
