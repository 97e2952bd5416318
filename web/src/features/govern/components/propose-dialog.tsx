import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Choice } from "../../../components/choice.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { networkMetadataQueryOptions } from "../../../data/network-metadata.ts";
import { explainError } from "../../transact/explain-error.ts";
import { DescriptionForm } from "./description-form.tsx";
import type { ProposeFormProps } from "./propose-form.ts";
import { SettingsForm } from "./settings-form.tsx";

const CHOICES = [
  { value: "description", title: "What the network says of itself", meaning: "Words, picture and links of this page." },
  { value: "settings", title: "How members vote", meaning: "How long, with how many, and who may propose." },
] as const;

/** Where a shareholder puts something to the vote that is neither about joining nor about leaving. */
export function ProposeDialog(
  props: ProposeFormProps & { readonly open: boolean; readonly onClose: () => void },
): ReactNode {
  const { open, onClose, ...form } = props;
  const [about, setAbout] = useState<(typeof CHOICES)[number]["value"]>("description");
  const metadata = useQuery(networkMetadataQueryOptions(form.network.address));
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title="Put something to the vote"
      description="Votes can open and end terms, and change these two. They can move nobody’s shares."
    >
      <div className="grid gap-5">
        <Choice legend="What it is about" value={about} onChange={setAbout} items={CHOICES} />
        {about === "settings" ? (
          <SettingsForm {...form} />
        ) : metadata.isError ? (
          <Notice tone="bad" title={explainError(metadata.error).title} />
        ) : metadata.data ? (
          <DescriptionForm {...form} before={metadata.data} />
        ) : (
          <Skeleton className="h-60" />
        )}
      </div>
    </Dialog>
  );
}
