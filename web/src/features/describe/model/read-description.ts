import * as v from "valibot";
import { explainRefusal, type Refusal } from "../../transact/explain-revert.ts";
import { MOST_NAME_BYTES, MOST_SYMBOL_BYTES, refuseLabel, tidyLabel } from "./label-rules.ts";
import { MOST_URI_BYTES, metadataUri, metadataUriBytes } from "./metadata-uri.ts";
import { suggestSymbol } from "./suggest-symbol.ts";

/** What somebody typed about a token that does not exist yet. */
export const describeDraftSchema = v.object({
  name: v.string(),
  /** Undefined while the suggestion made from the name stands. */
  symbol: v.optional(v.string()),
  about: v.string(),
  /** A picture as a `data:` URI; empty without one. */
  image: v.string(),
});

/** What somebody typed about a token that does not exist yet. */
export type DescribeDraft = v.InferOutput<typeof describeDraftSchema>;

/** Nothing typed yet. */
export const EMPTY_DESCRIPTION: DescribeDraft = { name: "", about: "", image: "" };

/** Name, symbol and metadata as they would be sent, and what stands in the way. */
export interface Description {
  readonly name: string;
  readonly symbol: string;
  readonly contractUri: string;
  /** Words for the field that can't be sent as it is; nothing is said of an empty one. */
  readonly problems: { readonly name?: string; readonly symbol?: string; readonly about?: string };
  /** The first thing that is missing or wrong; undefined when all of it can be sent. */
  readonly obstacle: string | undefined;
}

/** Reads what was typed by the contracts' rules. `taken` are symbols in use, in capital letters. */
export function readDescription(draft: DescribeDraft, taken: ReadonlySet<string>): Description {
  const name = tidyLabel(draft.name);
  const symbol = tidyLabel(draft.symbol ?? suggestSymbol(name, taken));
  const metadata = { name, description: draft.about.trim(), image: draft.image };
  const bytes = metadataUriBytes(metadata);
  const tooLong: Refusal | undefined =
    bytes > MOST_URI_BYTES ? { error: "TextTooLong", values: [BigInt(bytes), BigInt(MOST_URI_BYTES)] } : undefined;
  const problems = {
    ...problem("name", name === "" ? undefined : refuseLabel(name, MOST_NAME_BYTES)),
    ...problem("symbol", symbol === "" ? undefined : refuseLabel(symbol, MOST_SYMBOL_BYTES)),
    ...problem("about", tooLong),
  };
  const obstacle =
    name === ""
      ? "Enter a name."
      : symbol === ""
        ? "Enter a symbol."
        : (problems.name ?? problems.symbol ?? problems.about);
  return { name, symbol, contractUri: obstacle === undefined ? metadataUri(metadata) : "", problems, obstacle };
}

function problem<Field extends string>(
  field: Field,
  refusal: Refusal | undefined,
): { readonly [key in Field]?: string } {
  if (refusal === undefined) return {};
  const { title, detail, next } = explainRefusal(refusal);
  return { [field]: `${title}. ${detail} ${next}` } as { readonly [key in Field]?: string };
}
