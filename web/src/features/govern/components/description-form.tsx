import { type ReactNode, useMemo, useState } from "react";
import { Notice } from "../../../components/notice.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { NetworkMetadata } from "../../../data/network-metadata.ts";
import { PictureField } from "../../describe/components/picture-field.tsx";
import { roomForImage } from "../../describe/model/metadata-uri.ts";
import { descriptionAsTyped, readDescriptionCall, type TypedDescription } from "../model/describe-call.ts";
import type { TypedWords } from "../model/read-fields.ts";
import { ProposeCalls } from "./propose-calls.tsx";
import type { ProposeFormProps } from "./propose-form.ts";

/** Puts a new description of the network to the vote; its name and symbol stay. */
export function DescriptionForm(props: ProposeFormProps & { readonly before: NetworkMetadata }): ReactNode {
  const { network, before } = props;
  const [typed, setTyped] = useState(() => descriptionAsTyped(before));
  const [words, setWords] = useState<TypedWords>({ title: `Describe ${network.name} anew`, text: "" });
  const read = useMemo(() => readDescriptionCall(network, before, typed), [network, before, typed]);
  const edit = (change: Partial<TypedDescription>) => setTyped((now) => ({ ...now, ...change }));
  const { call } = read;
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
      <ProposeCalls
        {...props}
        form="propose-description"
        words={words}
        onWordsChange={setWords}
        calls={call && [call]}
        why="If members agree, the page says so."
        missing={
          call === undefined && Object.keys(read.errors).length === 0 ? "Change the description first." : undefined
        }
      />
    </form>
  );
}
