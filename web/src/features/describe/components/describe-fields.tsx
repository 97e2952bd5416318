import type { ReactNode } from "react";
import { TextField } from "../../../components/text-field.tsx";
import type { NamedToken } from "../../../data/names/names.ts";
import { roomForImage } from "../model/metadata-uri.ts";
import type { DescribeDraft, Description } from "../model/read-description.ts";
import { namesake } from "../model/taken-symbols.ts";
import { PictureField } from "./picture-field.tsx";

interface DescribeFieldsProps {
  /** Tokens that may have the same symbol. */
  readonly others: Iterable<NamedToken>;
  readonly draft: DescribeDraft;
  readonly onChange: (draft: DescribeDraft) => void;
  readonly read: Description;
  /** What the fields are called for this kind of token. */
  readonly words: {
    readonly nameHint: string;
    readonly namePlaceholder: string;
    readonly about: string;
    readonly aboutPlaceholder: string;
  };
}

/** Name, symbol, a few words and a picture of a token that does not exist yet. */
export function DescribeFields({ others, draft, onChange, read, words }: DescribeFieldsProps): ReactNode {
  const other = namesake(others, read.symbol);
  return (
    <>
      <TextField
        label="Name"
        text={draft.name}
        onTextChange={(name) => onChange({ ...draft, name })}
        placeholder={words.namePlaceholder}
        hint={words.nameHint}
        error={read.problems.name}
      />
      <TextField
        label="Symbol"
        text={draft.symbol ?? read.symbol}
        onTextChange={(symbol) => onChange({ ...draft, symbol })}
        placeholder="Suggested from the name"
        hint={
          other
            ? `${other.name} has this symbol already. Nothing forbids it, but people may take one for the other.`
            : "A few letters that stand behind every amount."
        }
        error={read.problems.symbol}
      />
      <TextField
        label={words.about}
        text={draft.about}
        onTextChange={(about) => onChange({ ...draft, about })}
        placeholder={words.aboutPlaceholder}
        hint="Everybody can read it, for ever. Pages show the first 400 characters."
        error={read.problems.about}
        lines={4}
      />
      <PictureField
        image={draft.image}
        onImageChange={(image) => onChange({ ...draft, image })}
        room={roomForImage({ name: read.name, description: draft.about.trim() })}
      />
    </>
  );
}
