import { Link } from "@tanstack/react-router";
import { ArrowRight, Check, Share2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, buttonClass } from "../../components/button.tsx";
import { Evidence } from "../../components/evidence.tsx";
import { KIND_WORDS } from "../../components/kind-of.ts";
import { LookAlikeBadge } from "../../components/look-alike/look-alike-badge.tsx";
import { Swatch } from "../../components/swatch.tsx";
import type { TokenInfo } from "../../data/ownership.ts";
import { classNames } from "../../lib/class-names.ts";

const PICTURE_SIZE = 84;

/** Who a page is about: cloth, name, words and, where the metadata brought a safe one, a picture. */
export function TokenHeader(props: {
  readonly token: TokenInfo;
  /** Links out of the metadata, as they were written. */
  readonly links?: readonly string[];
}): ReactNode {
  const { token, links = [] } = props;
  return (
    <header className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-5 md:grid-cols-[auto_minmax(0,1fr)_auto]">
      <div className="sm:row-span-2">
        <Face token={token} />
      </div>
      <div className="max-sm:self-center">
        <p className={classNames("text-table font-semibold", token.kind === "person" ? "text-person" : "text-network")}>
          {KIND_WORDS[token.kind]} · {token.symbol}
        </p>
        <h1 className="text-title wrap-anywhere">{token.name}</h1>
        <LookAlikeBadge token={token} />
      </div>
      <div className="max-sm:col-span-2 sm:col-start-2">
        {token.description && (
          <p className="mt-4 max-w-[62ch] sm:mt-2.5 text-lead text-ink-2 wrap-anywhere">{token.description}</p>
        )}
        {links.length > 0 && (
          <ul aria-label="Links" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-2">
            {links.map((link) => (
              <li key={link}>
                <Evidence evidence={link} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="mt-5 flex flex-wrap gap-2 max-sm:col-span-2 sm:max-md:col-start-2 md:col-start-3 md:row-start-1 md:mt-6">
        <ShareButton title={token.name} />
        <Link to="/graph" search={{ node: token.address }} className={buttonClass("secondary")}>
          See in graph
          <ArrowRight aria-hidden="true" size={17} strokeWidth={1.6} />
        </Link>
      </div>
    </header>
  );
}

function Face({ token }: { readonly token: TokenInfo }): ReactNode {
  const swatch = <Swatch address={token.address} kind={token.kind} size={PICTURE_SIZE} />;
  if (token.image === undefined) return swatch;
  return (
    <div className="relative shrink-0">
      <img
        src={token.image}
        alt=""
        width={PICTURE_SIZE}
        height={PICTURE_SIZE}
        className={classNames(
          "border-3 bg-inset object-cover",
          token.kind === "person" ? "rounded-full border-person" : "rounded-[20%] border-network",
        )}
      />
      <span className="absolute -right-2 -bottom-2">
        <Swatch address={token.address} kind={token.kind} size={32} />
      </span>
    </div>
  );
}

function ShareButton({ title }: { readonly title: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  const share = async (): Promise<void> => {
    const url = window.location.href;
    if (navigator.share !== undefined) {
      // Closing the sheet without choosing anything rejects; there is nothing to tell then.
      await navigator.share({ title, url }).catch(() => undefined);
      return;
    }
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  const Icon = copied ? Check : Share2;
  return (
    <Button onClick={() => void share()}>
      <Icon aria-hidden="true" size={17} strokeWidth={1.6} />
      <span aria-live="polite">{copied ? "Link copied" : "Share"}</span>
    </Button>
  );
}
