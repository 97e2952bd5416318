import { type ReactNode, useMemo, useState } from "react";
import { Notice } from "../../../../components/notice.tsx";
import { TextField } from "../../../../components/text-field.tsx";
import { PictureField } from "../../../describe/components/picture-field.tsx";
import { TokenFace } from "../../../describe/components/token-face.tsx";
import { roomForImage } from "../../../describe/model/metadata-uri.ts";
import { TransactPanel } from "../../../transact/transact-panel.tsx";
import { useTransact } from "../../../transact/use-transact.ts";
import { describePlan } from "../model/control-plans.ts";
import type { OwnFormProps } from "../model/own-form.ts";
import { draftOf, readDescribe } from "../model/read-describe.ts";

/** Words, picture and links of a token; its name and symbol stay. */
export function DescribeForm({ token, settings }: OwnFormProps): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(settings.metadata));
  const transact = useTransact(`describe:${token.address}`);
  const read = useMemo(() => readDescribe(token.name, settings.metadata, draft), [token.name, settings, draft]);
  const edit = (change: Partial<typeof draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    if (transact.state.name === "indexed") transact.reset();
  };
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-5" onSubmit={(event) => event.preventDefault()}>
      {settings.metadataUnread && (
        <Notice title="What your page says now can’t be read here">
          It is kept elsewhere, or is broken. What you write below replaces it.
        </Notice>
      )}
      <TokenFace kind="person" address={token.address} draft={draft} read={token} unnamed="" />
      <TextField
        label="A few words about you"
        text={draft.about}
        onTextChange={(about) => edit({ about })}
        hint="Everybody can read it, for ever. Pages show the first 400 characters."
        error={read.problems.about}
        lines={4}
      />
      <PictureField image={draft.image} onImageChange={(image) => edit({ image })} room={roomForImage(read.words)} />
      <TextField
        label="Links"
        text={draft.links}
        onTextChange={(links) => edit({ links })}
        placeholder="https://…"
        hint="One a line, the most important one first."
        error={read.problems.links}
        lines={3}
      />
      <TransactPanel
        transact={transact}
        plan={read.contractUri === undefined ? undefined : describePlan(token, read.contractUri)}
        obstacle={read.obstacle}
      >
        Change the description
      </TransactPanel>
    </form>
  );
}
