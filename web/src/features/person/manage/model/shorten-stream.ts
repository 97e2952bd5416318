import type { StreamState } from "@weft/ownership";
import { personalTokenAbi } from "../../../../chain/contracts.ts";
import type { TokenInfo } from "../../../../data/ownership.ts";
import { formatDuration } from "../../../../lib/format.ts";
import { parseAmount } from "../../../../lib/parse-amount.ts";
import { explainRefusal } from "../../../transact/explain-revert.ts";
import type { TransactPlan } from "../../../transact/plan/transact-plan.ts";
import { transactRequest } from "../../../transact/transact-request.ts";
import { leastDuration } from "../../model/least-duration.ts";

const A_DAY = 86_400n;
/** The longest time that the contract takes, in seconds: four years. */
const MOST = 1_461n * A_DAY;

/** The time in which the rest shall be paid out, in seconds, or why it can't be; `reason` is undefined while nothing is typed. */
export type DurationRead =
  | { readonly ok: true; readonly seconds: bigint }
  | { readonly ok: false; readonly reason: string | undefined };

/** Reads whole days as typed; 0 is at once. */
export function readShorterStream(text: string, token: TokenInfo, stream: StreamState, now: number): DurationRead {
  if (text.trim() === "") return { ok: false, reason: undefined };
  const days = parseAmount(text, 0, { unit: "days" });
  if (!days.ok) return { ok: false, reason: days.reason };
  const seconds = days.value * A_DAY;
  const least = leastDuration(token);
  if (seconds < least || seconds > MOST) return refuse("DurationOutOfRange", [seconds, least, MOST]);
  return BigInt(now) + seconds >= stream.streamEnd
    ? refuse("StreamEndsSooner", [stream.streamEnd])
    : { ok: true, seconds };
}

function refuse(error: string, values: readonly unknown[]): DurationRead {
  const { title, detail } = explainRefusal({ error, values });
  return { ok: false, reason: `${title}. ${detail}` };
}

/** Has all that still streams paid out within `seconds`. */
export function shortenPlan(token: TokenInfo, seconds: bigint): TransactPlan {
  const within = seconds === 0n ? "at once" : `within ${formatDuration(seconds)}`;
  return {
    title: `Pay out the rest of ${token.symbol}’s gains ${within}`,
    done: seconds === 0n ? "All of it is paid out." : `All of it is paid out ${within} from now.`,
    steps: [
      {
        key: "shorten",
        title: `pay out the rest ${within}`,
        why: "Your holders have it sooner. It can’t be undone.",
        request: transactRequest({
          address: token.address,
          abi: personalTokenAbi,
          functionName: "shortenStream",
          args: [seconds],
        }),
      },
    ],
  };
}
