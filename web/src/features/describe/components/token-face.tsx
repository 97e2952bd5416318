import type { ReactNode } from "react";
import { KIND_WORDS } from "../../../components/kind-of.ts";
import { Swatch } from "../../../components/swatch.tsx";
import type { Address } from "../../../lib/address.ts";
import { classNames } from "../../../lib/class-names.ts";
import { safeImage } from "../../../lib/safe-image.ts";
import type { DescribeDraft, Description } from "../model/read-description.ts";

interface TokenFaceProps {
  readonly kind: "person" | "network";
  /** Where the token will live; undefined while no wallet is connected. */
  readonly address: Address | undefined;
  readonly draft: Pick<DescribeDraft, "about" | "image">;
  readonly read: Pick<Description, "name" | "symbol">;
  /** Stands for a name while there is none. */
  readonly unnamed: string;
}

const SIZE = 72;

/** How a token will look: its picture or cloth, its name, its words. */
export function TokenFace({ kind, address, draft, read, unnamed }: TokenFaceProps): ReactNode {
  const isPerson = kind === "person";
  return (
    <div className="flex gap-4">
      <Picture kind={kind} address={address} image={safeImage(draft.image)} />
      <div className="min-w-0 flex-1">
        <p className={classNames("text-note font-semibold", isPerson ? "text-person" : "text-network")}>
          {KIND_WORDS[kind]}
          {read.symbol !== "" && ` · ${read.symbol}`}
        </p>
        <p
          className={classNames(
            "font-display text-heading font-semibold wrap-anywhere",
            read.name === "" && "text-ink-3",
          )}
        >
          {read.name === "" ? unnamed : read.name}
        </p>
        {draft.about.trim() !== "" && (
          <p className="mt-1.5 line-clamp-6 text-note text-ink-2 wrap-anywhere">{draft.about.trim()}</p>
        )}
      </div>
    </div>
  );
}

function Picture(props: Pick<TokenFaceProps, "kind" | "address"> & { readonly image: string | undefined }): ReactNode {
  const { kind, address, image } = props;
  const shape = kind === "person" ? "rounded-full" : "rounded-[20%]";
  if (image !== undefined) {
    const frame = classNames(
      "shrink-0 border-3 bg-inset object-cover",
      shape,
      kind === "person" ? "border-person" : "border-network",
    );
    return (
      <span className="relative h-fit shrink-0">
        <img src={image} alt="" width={SIZE} height={SIZE} className={classNames(frame, "size-18")} />
        {address && (
          <span className="absolute -right-1.5 -bottom-1.5">
            <Swatch address={address} kind={kind} size={28} />
          </span>
        )}
      </span>
    );
  }
  if (address === undefined) {
    return (
      <span
        aria-hidden="true"
        className={classNames("size-18 shrink-0 border-2 border-dashed border-line-strong", shape)}
      />
    );
  }
  return <Swatch address={address} kind={kind} size={SIZE} />;
}
