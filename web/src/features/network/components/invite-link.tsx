import { useRouter } from "@tanstack/react-router";
import { Share2 } from "lucide-react";
import type { ReactNode } from "react";
import { Copy } from "../../../components/copy.tsx";
import type { Address } from "../../../lib/address.ts";

/** Copies or shares the link that opens the stake form for exactly these terms. */
export function InviteLink(props: {
  readonly network: Address;
  /** Number of the terms. */
  readonly terms: number;
  /** Whom the link is for. */
  readonly who: string;
}): ReactNode {
  const { network, terms, who } = props;
  const router = useRouter();
  const { href } = router.buildLocation({
    to: "/network/$address",
    params: { address: network },
    search: { terms },
  });
  const url = new URL(href, window.location.href).href;
  const about = ` for ${who}`;
  return (
    <span className="inline-flex flex-wrap items-center">
      <Copy text={url} label="Copy link" about={about} />
      {navigator.share !== undefined && (
        <button
          type="button"
          // Closing the sheet without choosing anything rejects; there is nothing to tell then.
          onClick={() => void navigator.share({ url }).catch(() => undefined)}
          className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-small px-1.5 text-label text-ink-3 hover:bg-inset hover:text-ink"
        >
          <Share2 aria-hidden="true" size={15} strokeWidth={1.6} />
          Share<span className="sr-only"> link{about}</span>
        </button>
      )}
    </span>
  );
}
