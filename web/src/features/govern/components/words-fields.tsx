import type { ReactNode } from "react";
import { TextField } from "../../../components/text-field.tsx";
import { refuseWords, type TypedWords } from "../model/read-fields.ts";

/** What voters read: a title, and why. */
export function WordsFields(props: {
  readonly words: TypedWords;
  readonly onChange: (words: TypedWords) => void;
}): ReactNode {
  const { words, onChange } = props;
  const errors = refuseWords(words);
  return (
    <>
      <TextField
        label="Title"
        text={words.title}
        onTextChange={(title) => onChange({ ...words, title })}
        error={errors.title}
      />
      <TextField
        label="Why"
        hint="Members read it before they vote. It stays on the record."
        text={words.text}
        onTextChange={(text) => onChange({ ...words, text })}
        error={errors.text}
        lines={4}
      />
    </>
  );
}
