import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Choice } from "../../../components/choice.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { networkQueryOptions } from "../../../data/network.ts";
import { networkMetadataQueryOptions } from "../../../data/network-metadata.ts";
import { explainError } from "../../transact/explain-error.ts";
import { DescriptionForm } from "./description-form.tsx";
import { EndTermsForm } from "./end-terms-form.tsx";
import type { ProposeFormProps } from "./propose-form.ts";
import { SettingsForm } from "./settings-form.tsx";

const CHOICES = [
  { value: "description", title: "What the network says of itself", meaning: "Words, picture and links of this page." },
  { value: "settings", title: "How members vote", meaning: "How long, with how many, and who may propose." },
  { value: "terms", title: "An end to terms", meaning: "Nobody comes in or leaves under them any more." },
] as const;
type About = (typeof CHOICES)[number]["value"];

/** Where a shareholder puts something to the vote that is neither about joining nor about leaving. */
export function ProposeDialog(
  props: ProposeFormProps & { readonly open: boolean; readonly onClose: () => void },
): ReactNode {
  const { open, onClose, ...form } = props;
  const [about, setAbout] = useState<About>("description");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title="Put something to the vote"
      description="Votes open terms too: for whoever applies, and for whoever asks to leave. They can move nobody’s shares."
    >
      <div className="grid gap-5">
        <Choice legend="What it is about" value={about} onChange={setAbout} items={CHOICES} />
        {about === "settings" && <SettingsForm {...form} />}
        {about === "description" && <Description {...form} />}
        {about === "terms" && <EndTerms {...form} />}
      </div>
    </Dialog>
  );
}

function Description(form: ProposeFormProps): ReactNode {
  const { data, error } = useQuery(networkMetadataQueryOptions(form.network.address));
  return data ? <DescriptionForm {...form} before={data} /> : <Waiting error={error} />;
}

function EndTerms(form: ProposeFormProps): ReactNode {
  const { data, error } = useQuery(networkQueryOptions(form.network.address));
  return data ? <EndTermsForm {...form} record={data} /> : <Waiting error={error} />;
}

function Waiting({ error }: { readonly error: Error | null }): ReactNode {
  return error ? <Notice tone="bad" title={explainError(error).title} /> : <Skeleton className="h-60" />;
}
