import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { zeroAddress } from "viem";
import { networkTokenAbi } from "../../../chain/contracts.ts";
import { Amount } from "../../../components/amount.tsx";
import { AmountField } from "../../../components/amount-field.tsx";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { type AppliedNetwork, type Stakeable, stakeableQueryOptions } from "../../../data/apply.ts";
import type { NamedToken } from "../../../data/names/names.ts";
import type { Address } from "../../../lib/address.ts";
import { byteLength } from "../../../lib/byte-length.ts";
import { formatAmount, formatShare } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { shareOf } from "../../../lib/share-of.ts";
import { explainError } from "../../transact/explain-error.ts";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import { transactRequest } from "../../transact/transact-request.ts";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { ApplyEffects } from "./apply-effects.tsx";

const ONE = 10n ** 18n;
const MOST_TEXT_BYTES = 1_024;

interface ApplyFormProps {
  readonly network: AppliedNetwork;
}

/** What somebody would stake, for how much, and what speaks for it. */
export function ApplyForm({ network }: ApplyFormProps): ReactNode {
  const { address: account, connect, preload } = useWallet();
  const stakeable = useQuery({
    ...stakeableQueryOptions(network.address, account ?? zeroAddress),
    enabled: account !== undefined,
  });
  const choices = stakeable.data ?? [];
  const [chosen, setChosen] = useState<string>();
  const member = choices.find(({ token }) => token.address === chosen) ?? choices[0];
  if (account === undefined)
    return (
      <Notice
        title="Connect a wallet to apply"
        action={
          <Button onClick={connect} onPointerEnter={preload} onFocus={preload}>
            Connect a wallet
          </Button>
        }
      >
        What you can stake is read from it.
      </Notice>
    );
  if (stakeable.isError) return <Notice tone="bad" title={explainError(stakeable.error).title} />;
  if (stakeable.data === undefined) return <Skeleton className="h-40" />;
  if (member === undefined) {
    return (
      <Notice
        title="You have nothing to stake yet"
        action={
          <Link to="/launch" className="font-semibold underline underline-offset-3">
            Launch yours
          </Link>
        }
      >
        A network takes in parts of people and of other networks. Launch a token in yourself first.
      </Notice>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {choices.length > 1 && <MemberChoice choices={choices} chosen={member} onChoose={setChosen} />}
      <MemberForm key={member.token.address} network={network} member={member} account={account} />
    </div>
  );
}

function MemberChoice(props: {
  readonly choices: readonly Stakeable[];
  readonly chosen: Stakeable;
  readonly onChoose: (address: string) => void;
}) {
  return (
    <SelectField
      label="What you would stake"
      options={props.choices.map(({ token, balance }) => ({
        value: token.address,
        text: `${token.name}, you hold ${formatAmount(balance, { maximumFractionDigits: 0 })} ${token.symbol}`,
      }))}
      value={props.chosen.token.address}
      onChange={props.onChoose}
    />
  );
}

interface MemberFormProps extends ApplyFormProps {
  readonly member: Stakeable;
  readonly account: Address;
}

function MemberForm({ network, member, account }: MemberFormProps): ReactNode {
  const { token, balance } = member;
  const [amountText, setAmountText] = useState("");
  const [rateText, setRateText] = useState("1");
  const [uri, setUri] = useState("");
  const transact = useTransact(`apply:${network.address}`);
  const amount = parseAmount(amountText, 18);
  const rate = parseAmount(rateText, 18);
  const amountError = amountText === "" ? undefined : !amount.ok ? amount.reason : refuse(amount.value, balance, token);
  const rateError = !rate.ok ? rate.reason : rate.value === 0n ? "Enter an amount above zero." : undefined;
  const tooLong = byteLength(uri) > MOST_TEXT_BYTES;
  const fine = amount.ok && rate.ok && amountText !== "" && !amountError && !rateError && !tooLong;
  const received = fine ? (amount.value * rate.value) / ONE : undefined;
  const asked = fine ? { member: token.address, account, rate: rate.value, cap: amount.value } : undefined;
  return (
    <form className="grid gap-5" onSubmit={(event) => event.preventDefault()}>
      <AmountField
        label="You would stake"
        text={amountText}
        onTextChange={setAmountText}
        unit={token.symbol}
        max={balance}
        maxLabel="You hold"
        error={amountError}
      />
      <AmountField
        label={`You ask for, for each ${token.symbol}`}
        text={rateText}
        onTextChange={setRateText}
        unit={network.symbol}
        error={rateError}
      />
      {received !== undefined && (
        <p className="text-table text-ink-2">
          <Amount wei={received} unit={network.symbol} className="font-semibold text-ink" /> would be made for you:
          directly {formatShare(shareOf(received, network.totalSupply + received))} of {network.name}.
        </p>
      )}
      {asked && <ApplyEffects network={network.address} terms={asked} />}
      <TextField
        label="What speaks for you"
        hint="A link to a page, or a few words. Everybody can read it, and it stays on the record."
        error={tooLong ? `At most ${MOST_TEXT_BYTES} bytes fit. Shorten it, or link to it.` : undefined}
        text={uri}
        onTextChange={setUri}
      />
      <TransactPanel
        transact={transact}
        plan={fine ? applyPlan(network, token, amount.value, rate.value, uri.trim()) : undefined}
        obstacle={
          amountText === "" ? `Enter how many ${token.symbol} you would stake.` : "Correct what is marked first."
        }
      >
        {fine ? `Apply with ${formatAmount(amount.value)} ${token.symbol}` : "Apply"}
      </TransactPanel>
    </form>
  );
}

function refuse(amount: bigint, balance: bigint, { symbol }: NamedToken): string | undefined {
  if (amount === 0n) return "Enter an amount above zero.";
  return amount > balance ? `You hold ${formatAmount(balance)} ${symbol}.` : undefined;
}

function applyPlan(network: NamedToken, member: NamedToken, amount: bigint, rate: bigint, uri: string): TransactPlan {
  const figure = `${formatAmount(amount)} ${member.symbol}`;
  return {
    title: `Apply to ${network.name} with ${figure}`,
    done: "Your application is on the record. Ask a member to stand for you.",
    steps: [
      {
        key: "apply",
        title: `apply with ${figure}`,
        why: "Nothing is staked by it. You stake when members agreed to terms.",
        request: transactRequest({
          address: network.address,
          abi: networkTokenAbi,
          functionName: "applyForMembership",
          args: [member.address, amount, rate, uri],
        }),
      },
    ],
  };
}
