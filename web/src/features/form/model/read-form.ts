import type { FoundersFacts } from "../../../data/founders.ts";
import type { Address } from "../../../lib/address.ts";
import { type Description, readDescription } from "../../describe/model/read-description.ts";
import type { FormDraft, FounderDraft } from "./form-draft.ts";
import { type Founder, MOST_SHARES } from "./founder-rules.ts";
import { type FoundingDays, foundingDays, foundingEnd } from "./founding-end.ts";
import type { GovernanceSettings } from "./governance-settings.ts";
import { type FoundersRead, readFounders } from "./read-founders.ts";

/** A founder with the bound on dilution, as the contract takes it. */
export interface SentFounder extends Founder {
  readonly maxMemberSupply: bigint;
}

/** A founding as it would be sent, and what stands in the way. */
export interface Founding {
  readonly description: Description;
  readonly founders: FoundersRead;
  readonly days: FoundingDays;
  readonly lastDay: string;
  /** Last second to stake, Unix time; undefined when the day can't be. */
  readonly ends: number | undefined;
  /** The arguments of `form`; undefined while something is missing or wrong. */
  readonly args:
    | readonly [
        name: string,
        symbol: string,
        contractUri: string,
        founders: readonly SentFounder[],
        ends: bigint,
        settings: GovernanceSettings,
      ]
    | undefined;
  /** The first thing that is missing or wrong. */
  readonly obstacle: string | undefined;
}

/** What a founding is read by. */
export interface FormFacts {
  readonly facts: FoundersFacts;
  /** Symbols that other tokens have already, in capital letters. */
  readonly taken: ReadonlySet<string>;
  /** Connected account. */
  readonly account: Address | undefined;
  /** Time that the next block will have at least, Unix time. */
  readonly now: number;
  /** How the members will vote. */
  readonly settings: GovernanceSettings;
}

/** Reads what was typed by the contracts' rules; the founders as the page shows them, whether touched or not. */
export function readForm(draft: FormDraft, shown: readonly FounderDraft[], known: FormFacts): Founding {
  const { facts, taken, account, now, settings } = known;
  const description = readDescription(draft.description, taken);
  const founders = readFounders(facts, shown, account);
  const days = foundingDays(now);
  const lastDay = draft.lastDay ?? days.suggested;
  const ends = foundingEnd(lastDay, now);
  const obstacle =
    description.obstacle ?? founders.obstacle ?? (ends === undefined ? "Choose the last day to stake." : undefined);
  const { name, symbol, contractUri } = description;
  const sent = founders.rows.flatMap(({ founder }) => (founder ? withBound(facts, founder) : []));
  const ready = obstacle === undefined && ends !== undefined;
  return {
    description,
    founders,
    days,
    lastDay,
    ends,
    obstacle,
    args: ready ? [name, symbol, contractUri, sent, BigInt(ends), settings] : undefined,
  };
}

/**
 * Who stakes a person's shares must not have issued more of them meanwhile: the others agreed to a part of what is there today.
 * A network gets a part of somebody for every share it issues, so it may grow.
 */
function withBound(facts: FoundersFacts, founder: Founder): SentFounder {
  const member = facts.tokens.get(founder.member);
  return { ...founder, maxMemberSupply: member?.kind === "person" ? member.totalSupply : MOST_SHARES };
}
