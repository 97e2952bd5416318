import type { OwnershipSnapshot, TokenInfo } from "../../../../data/ownership.ts";
import type { PersonRecord } from "../../../../data/person.ts";
import type { PersonSettings } from "../../../../data/person-settings.ts";

/** What every form of the person's own gets. */
export interface OwnFormProps {
  readonly snapshot: OwnershipSnapshot;
  readonly token: TokenInfo;
  readonly record: PersonRecord;
  readonly settings: PersonSettings;
  /** Unix time. */
  readonly now: number;
  /** Goes to another of these forms. */
  readonly onOpen: (form: OwnFormName) => void;
}

/** A form of the person's own. */
export type OwnFormName = "issue" | "holders" | "stream" | "deposits" | "votes" | "leave" | "describe" | "hand-over";
