import { type ReactNode, useEffect, useState } from "react";
import { zeroAddress } from "viem";
import { AmountField } from "../../../components/amount-field.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import { byteLength } from "../../../lib/byte-length.ts";
import { formatAmount, formatSigned } from "../../../lib/format.ts";
import { parseAmount } from "../../../lib/parse-amount.ts";
import { GainEffects } from "../../effects/gain-effects.tsx";
import type { TransactPlan } from "../../transact/plan/transact-plan.ts";
import { TransactPanel } from "../../transact/transact-panel.tsx";
import type { TransactRequest } from "../../transact/transact-request.ts";
import { useTransact } from "../../transact/use-transact.ts";
import { useWallet } from "../../wallet/use-wallet.ts";
import { useMostToPay } from "./use-most-to-pay.ts";

/** The contract's bound on every text but names, in bytes. */
const MOST_TEXT_BYTES = 1_024;

interface PayInFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  /** Tells the form apart from others of the same token: “realize”. */
  readonly name: string;
  /** Says the act: “Realize”. */
  readonly verb: string;
  /** Says that it is done, before the amount: “You realized”. */
  readonly done: string;
  readonly textLabel: string;
  readonly textHint: string;
  /** The call that pays `amount` in, with the text beside it. */
  readonly request: (amount: bigint, text: string, value: bigint | undefined) => TransactRequest;
}

/** Pays currency in for the holders: shows who gets what in the end before anything is signed. */
export function PayInForm(props: PayInFormProps): ReactNode {
  const { snapshot, token, name, verb } = props;
  const { currencySymbol: unit, decimals } = snapshot.protocol;
  const { address: account } = useWallet();
  const [amountText, setAmountText] = useState("");
  const [text, setText] = useState("");
  const transact = useTransact(`${name}:${token.address}`);
  const most = useMostToPay(account, snapshot.protocol.currency);
  const parsed = parseAmount(amountText, decimals, { unit, max: most });
  const amount = parsed.ok ? parsed.value : 0n;
  const problem = amountText === "" ? undefined : parsed.ok ? refuseAmount(amount, most, snapshot) : parsed.reason;
  const tooLong = byteLength(text) > MOST_TEXT_BYTES;
  const plan = amount > 0n && problem === undefined && !tooLong ? payInPlan(props, amount, text.trim()) : undefined;
  const isDone = transact.state.name === "indexed";
  useEffect(() => {
    if (!isDone) return;
    // What was paid in must not be paid in again by a second press.
    setAmountText("");
    setText("");
  }, [isDone]);
  const edit = (change: () => void): void => {
    change();
    if (isDone) transact.reset();
  };
  return (
    <form className="grid gap-4" onSubmit={(event) => event.preventDefault()}>
      <AmountField
        label="Amount"
        text={amountText}
        onTextChange={(next) => edit(() => setAmountText(next))}
        unit={unit}
        decimals={decimals}
        max={most}
        maxLabel={snapshot.protocol.currency === zeroAddress ? "You have, less the network fee," : "You have"}
        error={problem}
      />
      <TextField
        label={props.textLabel}
        hint={props.textHint}
        error={tooLong ? `At most ${MOST_TEXT_BYTES} bytes fit. Shorten it, or link to it.` : undefined}
        text={text}
        onTextChange={(next) => edit(() => setText(next))}
      />
      {amount > 0n && <GainEffects snapshot={snapshot} token={token.address} amount={amount} account={account} />}
      <TransactPanel transact={transact} plan={plan} obstacle={obstacleOf(problem, tooLong, unit)}>
        {amount === 0n ? verb : `${verb} ${formatSigned(amount, decimals)} ${unit}`}
      </TransactPanel>
    </form>
  );
}

function refuseAmount(
  amount: bigint,
  most: bigint | undefined,
  { protocol: { currency, currencySymbol, decimals } }: OwnershipSnapshot,
): string | undefined {
  if (amount === 0n) return "Enter an amount above zero.";
  // Whether the native coin is enough, network fee and all, is for the chain to say: it knows both figures.
  if (currency === zeroAddress || most === undefined || amount <= most) return undefined;
  return `You have ${formatAmount(most, { decimals })} ${currencySymbol}.`;
}

function obstacleOf(problem: string | undefined, tooLong: boolean, unit: string): string {
  if (problem !== undefined) return "Correct the amount first.";
  return tooLong ? "Shorten the text first." : `Enter how much ${unit} you pay in.`;
}

/** The native coin goes along with the call; any other currency is taken by the token, by an allowance. */
function payInPlan(props: PayInFormProps, amount: bigint, text: string): TransactPlan {
  const { snapshot, token, verb, done, name, request } = props;
  const { currency, currencySymbol, decimals } = snapshot.protocol;
  const figure = `${formatSigned(amount, decimals)} ${currencySymbol}`;
  const native = currency === zeroAddress;
  const spend = { token: currency, spender: token.address, amount, figure, fromZero: true };
  return {
    title: `${verb} ${figure} for the holders of ${token.symbol}`,
    done: `${done} ${figure}.`,
    steps: [
      {
        key: name,
        title: `${verb.toLowerCase()} ${figure}`,
        request: request(amount, text, native ? amount : undefined),
        ...(native ? {} : { spend }),
      },
    ],
  };
}
