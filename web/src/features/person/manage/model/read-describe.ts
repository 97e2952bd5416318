import type { PersonSettings } from "../../../../data/person-settings.ts";
import { type Metadata, MOST_URI_BYTES, metadataUri, metadataUriBytes } from "../../../describe/model/metadata-uri.ts";
import { readLinks } from "../../../describe/model/read-links.ts";
import { explainRefusal } from "../../../transact/explain-revert.ts";

/** What a person typed about a token that is there. */
export interface DescribeText {
  readonly about: string;
  /** A URI; empty without a picture. */
  readonly image: string;
  /** One a line. */
  readonly links: string;
}

/** What would be set, and what stands in the way. */
export interface DescribeRead {
  /** All but the picture, for the room that is left for it. */
  readonly words: Omit<Metadata, "image">;
  /** Undefined while it can't be set, or says what is there already. */
  readonly contractUri: string | undefined;
  readonly problems: { readonly about?: string; readonly links?: string };
  /** Why nothing can be set. */
  readonly obstacle: string | undefined;
}

/** What is there, as a person would have typed it. */
export function draftOf({ description, image, links }: PersonSettings["metadata"]): DescribeText {
  return { about: description, image, links: links.join("\n") };
}

/** Reads what was typed by the contract's bound and the rules for links. `now` is what is there. */
export function readDescribe(name: string, now: PersonSettings["metadata"], draft: DescribeText): DescribeRead {
  const links = readLinks(draft.links);
  const words = { name, description: draft.about.trim(), links: links.ok ? links.links : [] };
  const metadata = { ...words, image: draft.image };
  const bytes = metadataUriBytes(metadata);
  const tooLong =
    bytes > MOST_URI_BYTES
      ? explainRefusal({ error: "TextTooLong", values: [BigInt(bytes), BigInt(MOST_URI_BYTES)] })
      : undefined;
  const problems = {
    ...(tooLong && { about: `${tooLong.title}. ${tooLong.detail} ${tooLong.next}` }),
    ...(!links.ok && { links: links.reason }),
  };
  const before = { name, ...now };
  const same =
    words.description === before.description.trim() &&
    metadata.image === before.image &&
    words.links.join() === before.links.join();
  const obstacle = tooLong
    ? "Shorten the words, or choose a smaller picture."
    : !links.ok
      ? "Correct the links first."
      : same
        ? "Change something first."
        : undefined;
  return { words, contractUri: obstacle === undefined ? metadataUri(metadata) : undefined, problems, obstacle };
}
