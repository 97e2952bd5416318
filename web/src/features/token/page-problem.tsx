import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { explainReading } from "../transact/explain-reading.ts";

/** What stands in the place of a page that could not be read. */
export function PageProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactNode {
  const why = explainReading(error);
  return (
    <div className="page py-10">
      <h1 className="sr-only">This page could not be read</h1>
      <Notice tone="bad" title={why.title} action={<Button onClick={onRetry}>Try again</Button>} live>
        {why.detail} {why.next}
      </Notice>
    </div>
  );
}
