import { type ReactNode, useMemo, useState } from "react";
import { Notice } from "../../../components/notice.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { NetworkMetadata } from "../../../data/network-metadata.ts";
import { PictureField } from "../../describe/components/picture-field.tsx";
import { roomForImage } from "../../describe/model/metadata-uri.ts";
import { descriptionAsTyped, readDescriptionCall, type TypedDescription } from "../model/describe-call.ts";
import { proposeCallsPlan } from "../model/propose-plan.ts";
import { refuseWords, type TypedWords } from "../model/read-terms-draft.ts";
import type { ProposeFormProps } from "./propose-form.ts";
import { ProposePanel } from "./propose-panel.tsx";
import { WordsFields } from "./words-fields.tsx";

/** Puts a new description of the network to the vote; its name and symbol stay. */
export function DescriptionForm(props: ProposeFormProps & { readonly before: NetworkMetadata }): ReactNode {
  const { network, governance, before } = props;
  const [typed, setTyped] = useState(() => descriptionAsTyped(before));
  const [words, setWords] = useState<TypedWords>({ title: `Describe ${network.name} anew`, text: "" });
  const read = useMemo(() => readDescriptionCall(network, before, typed), [network, before, typed]);
  const edit = (change: Partial<TypedDescription>) => setTyped((now) => ({ ...now, ...change }));
  const { call } = read;
  const fine = call !== undefined && Object.keys(refuseWords(words)).length === 0;
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-5" onSubmit={(event) => event.preventDefault()}>
      {before.unread && (
        <Notice title="What the page says now can’t be read here">
          It is kept elsewhere, or is broken. What you write below would replace it.
        </Notice>
      )}
      <TextField
        label="What it is for"
        text={typed.about}
        onTextChange={(about) => edit({ about })}
        hint="Everybody can read it, for ever. Pages show the first 400 characters."
        error={read.errors.about}
        lines={4}
      />
      <PictureField image={typed.image} onImageChange={(image) => edit({ image })} room={roomForImage(read.words)} />
      <TextField
        label="Links"
        text={typed.links}
        onTextChange={(links) => edit({ links })}
        placeholder="https://…"
        hint="One a line, the most important one first."
        error={read.errors.links}
        lines={2}
      />
      <WordsFields words={words} onChange={setWords} />
      <ProposePanel
        {...props}
        form={`propose-description:${network.address}`}
        planFor={
          fine
            ? () => proposeCallsPlan(network, governance, words, [call], "If members agree, the page says so.")
            : undefined
        }
        obstacle={
          call === undefined && Object.keys(read.errors).length === 0
            ? "Change the description first."
            : "Correct what is marked first."
        }
      />
    </form>
  );
}
