// @vitest-environment jsdom
import { personalTokenAbi } from "@weft/abis";
import { zeroAddress } from "viem";
import { vi } from "vitest";
import type { TokenInfo } from "../../../../data/ownership.ts";
import type { PersonSettings } from "../../../../data/person-settings.ts";
import { ONE, sampleAddress } from "../../../../data/testing/sample-snapshot.ts";
import { tokens, trioSnapshot, wallets } from "../../../../data/testing/trio.ts";
import { metadataUri } from "../../../describe/model/metadata-uri.ts";
import { type FormCase, testForm } from "../../../transact/testing/form-case.tsx";
import type { OwnFormProps } from "../model/own-form.ts";
import { sampleRecord, sampleSettings } from "../model/testing.ts";
import { AcceptCard } from "./accept-card.tsx";
import { DepositsForm } from "./deposits-form.tsx";
import { DescribeForm } from "./describe-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { HoldersForm } from "./holders-form.tsx";
import { IssueForm } from "./issue-form.tsx";
import { LeaveForm } from "./leave-form.tsx";
import { StreamForm } from "./stream-form.tsx";
import { VotesForm } from "./votes-form.tsx";

vi.mock(import("../../../../chain/contracts.ts"), async (original) => ({
  ...(await original()),
  deployment: undefined,
}));

const snapshot = trioSnapshot();
const now = snapshot.timestamp;
const cleo = snapshot.tokens.get(tokens.cleo) as TokenInfo;
const stranger = sampleAddress(0xe5);

const record = sampleRecord;
const settings = sampleSettings;

/** Cleo's own: her treasury holds TRIO. */
const props: OwnFormProps = { snapshot, token: cleo, record, settings, now, onOpen: () => {} };
const call = (functionName: string, ...args: readonly unknown[]) => ({ to: tokens.cleo, functionName, args });
const notHers: FormCase["refusal"] = {
  abi: personalTokenAbi,
  error: "OnlyPerson",
  args: [wallets.cleo],
  title: "Only the person behind the token can do this",
};
const common = { account: wallets.cleo, snapshot, refusal: notHers };

testForm("issuing shares", {
  ...common,
  form: () => <IssueForm {...props} />,
  obstacle: "Enter how many shares you issue.",
  refuses: [
    { enter: { "New shares": "0" }, why: "Enter an amount above zero." },
    { enter: { "New shares": "1,5,0" }, why: /./ },
    { enter: { "New shares": "99999999999" }, why: /^More shares than a token can have\./ },
    { enter: { "New shares": "5", "Who receives them": "0x12" }, why: "Say who receives them." },
  ],
  enter: { "New shares": "5", "Who receives them": wallets.ben },
  press: "Issue 5 CLEO",
  calls: [call("issue", wallets.ben, 5n * ONE)],
  done: "You issued 5 CLEO to Ben Lindqvist.",
});

testForm("approving a holder", {
  ...common,
  // The last button that writes is the one that is open.
  form: () => <HoldersForm {...props} />,
  obstacle: "Enter whom you approve.",
  refuses: [
    { enter: { "Account or network": wallets.cleo }, why: "That is you: you may always hold your shares." },
    { enter: { "Account or network": "0x12" }, why: "Enter whom you approve." },
  ],
  enter: { "Account or network": tokens.trio },
  press: "Approve Trio",
  calls: [call("approveHolder", tokens.trio, true)],
  done: "Trio may hold CLEO now.",
});

testForm("taking an approval back", {
  ...common,
  form: () => <HoldersForm {...props} record={{ ...record, approved: [wallets.ben] }} />,
  enter: { "Account or network": wallets.ben },
  press: "Take back Ben Lindqvist’s approval",
  calls: [call("approveHolder", wallets.ben, false)],
  done: "Ben Lindqvist can’t receive CLEO any more.",
});

testForm("opening the token to everybody", {
  ...common,
  form: () => <HoldersForm {...props} />,
  open: "Open to everybody …",
  enter: {},
  press: "Open CLEO for ever",
  calls: [call("openTransfers")],
  done: "Anybody may hold CLEO from now on.",
  refusal: {
    abi: personalTokenAbi,
    error: "TransfersAlreadyOpen",
    args: [],
    title: "Anybody may hold these shares already",
  },
});

testForm("letting shares into the treasury", {
  ...common,
  form: () => <DepositsForm {...props} />,
  obstacle: "Enter whose shares may come in.",
  refuses: [
    { enter: { "Person or network": tokens.cleo }, why: "A token never holds itself." },
    { enter: { "Person or network": stranger }, why: "No person and no network has a token at this address." },
  ],
  enter: { "Person or network": tokens.ada },
  press: "Allow ADA",
  calls: [call("allowDeposit", tokens.ada)],
  done: "Anybody may send ADA to your treasury now.",
});

testForm("keeping shares out of the treasury", {
  ...common,
  form: () => <DepositsForm {...props} record={{ ...record, deposits: [tokens.ada] }} />,
  enter: { "Person or network": tokens.ada },
  press: "Refuse ADA",
  calls: [call("refuseDeposit", tokens.ada)],
  done: "Nobody can send ADA to your treasury any more.",
});

testForm("letting a stream end sooner", {
  ...common,
  form: () => (
    <StreamForm
      {...props}
      record={{
        ...record,
        stream: { ...record.stream, streamLeft: 10n * ONE, lastAccrual: BigInt(now), streamEnd: BigInt(now + 864_000) },
      }}
    />
  ),
  obstacle: "Enter a number of days.",
  refuses: [
    { enter: { "Pay out the rest within": "1.5" }, why: "Correct the time first." },
    { enter: { "Pay out the rest within": "10" }, why: /^It ends sooner already\./ },
    { enter: { "Pay out the rest within": "1462" }, why: /^The gain can’t be paid out over this time\./ },
  ],
  enter: { "Pay out the rest within": "3" },
  press: "Pay it out sooner",
  calls: [call("shortenStream", 259_200n)],
  done: "All of it is paid out within 3 days from now.",
});

testForm("choosing who votes for the treasury", {
  ...common,
  form: () => <VotesForm {...props} />,
  obstacle: "You vote already. Enter who shall.",
  refuses: [{ enter: { "Who shall vote": "0x12" }, why: "Enter who shall vote." }],
  enter: { "Who shall vote": wallets.ada },
  press: "Let them vote",
  calls: [call("delegateVotes", tokens.trio, wallets.ada)],
  done: "From now on the votes of your treasury in Trio are cast by Ada Okafor.",
  refusal: {
    abi: personalTokenAbi,
    error: "NotNetwork",
    args: [tokens.trio],
    title: "This is not a network of Weft",
  },
});

const EXIT: PersonSettings["exits"][number] = {
  network: tokens.trio,
  number: 6,
  member: tokens.cleo,
  rate: ONE,
  left: 50_000n * ONE,
  opensAt: now - 10,
  expiry: now + 86_400,
  founding: false,
};

testForm("taking the treasury's stake back", {
  ...common,
  form: () => (
    <LeaveForm
      {...props}
      settings={{
        ...settings,
        exits: [EXIT],
        positions: [
          {
            network: tokens.trio,
            member: tokens.cleo,
            staked: 200_000n * ONE,
            minted: 100_000n * ONE,
            returned: 0n,
            burned: 0n,
          },
        ],
      }}
    />
  ),
  obstacle: "Enter how many CLEO come back.",
  refuses: [
    { enter: { "Take back": "0" }, why: "Enter an amount above zero." },
    { enter: { "Take back": "50000.000000000000000001" }, why: /^At most 50,000 CLEO come back/ },
  ],
  enter: { "Take back": "50000" },
  press: "Take back 50,000 CLEO",
  calls: [call("leave", tokens.trio, 6n, 50_000n * ONE)],
  done: "50,000 CLEO came back and are no more.",
  refusal: notHers,
});

testForm("describing the token", {
  ...common,
  form: () => <DescribeForm {...props} />,
  obstacle: "Change something first.",
  refuses: [
    { enter: { Links: "javascript:alert(1)" }, why: /is no link/ },
    { enter: { Links: "", "A few words about you": "ü".repeat(4_000) }, why: /^A text is too long/ },
  ],
  enter: { "A few words about you": "Ships and lamps.", Links: "https://example.org/a" },
  press: "Change the description",
  calls: [
    call(
      "setContractURI",
      metadataUri({
        name: "Cleo Marchetti",
        description: "Ships and lamps.",
        image: "",
        links: ["https://example.org/a"],
      }),
    ),
  ],
  done: "Your page says it now.",
  refusal: {
    abi: personalTokenAbi,
    error: "MetadataFinal",
    args: [],
    title: "The description can’t be changed again",
  },
});

testForm("offering the token to another wallet", {
  ...common,
  form: () => <HandOverForm {...props} />,
  obstacle: "Enter the wallet that takes over.",
  refuses: [
    { enter: { "The wallet that takes over": wallets.cleo }, why: "That is the wallet that controls it now." },
    { enter: { "The wallet that takes over": wallets.ben }, why: /^This wallet has a token already: Ben Lindqvist/ },
    { enter: { "The wallet that takes over": tokens.trio }, why: /^A token or a pool can’t take over/ },
  ],
  enter: { "The wallet that takes over": stranger },
  press: "Offer it to 0x0000…00e5",
  calls: [call("transferPerson", stranger)],
  done: "0x0000…00e5 can take CLEO over now. Until then it stays yours.",
});

testForm("taking back the offer of the token", {
  ...common,
  form: () => <HandOverForm {...props} record={{ ...record, pendingPerson: stranger }} />,
  enter: {},
  press: "Take the offer back",
  calls: [call("transferPerson", zeroAddress)],
  done: "Nobody can take CLEO over any more.",
});

testForm("taking over a token", {
  ...common,
  account: stranger,
  form: () => (
    <AcceptCard {...{ snapshot, token: cleo, account: stranger }} record={{ ...record, pendingPerson: stranger }} />
  ),
  enter: {},
  press: "Take over CLEO",
  calls: [call("acceptPerson", cleo.totalSupply)],
  done: "CLEO is yours to control now.",
  refusal: {
    abi: personalTokenAbi,
    error: "SupplyChanged",
    args: [2n * ONE, ONE],
    title: "There are more or fewer shares than you saw",
  },
});
