import type { ReactNode } from "react";
import { Notice } from "../../../components/notice.tsx";
import type { TermsView } from "../model/terms-view.ts";

/** Says why terms can't be used, and the way out. */
export function TermsClosed({ view }: { readonly view: TermsView }): ReactNode {
  const isUsed = view.state === "used";
  return (
    <Notice
      tone={isUsed ? "good" : "info"}
      title={isUsed ? "You are in" : "These terms can’t be used"}
      action={
        isUsed && (
          <a href="#staked" className="font-semibold underline underline-offset-3">
            What you staked, and how you could leave
          </a>
        )
      }
    >
      {view.reason}
    </Notice>
  );
}
