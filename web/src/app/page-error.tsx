import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Button } from "../components/button.tsx";
import { usePageTitle } from "../components/page-title.ts";
import { explainReading } from "../features/transact/explain-reading.ts";

/** Stands in place of a page that broke: what happened, and the way out. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title, detail, next } = explainReading(error);
  usePageTitle(title);
  return (
    <div className="page py-16">
      <h1 className="text-title">{title}</h1>
      <p className="mt-4 max-w-[62ch] text-lead text-ink-2">{detail}</p>
      <p className="mt-2 max-w-[62ch] text-ink-2">{next}</p>
      <Button
        className="mt-6"
        onClick={() => {
          reset();
          void router.invalidate();
        }}
      >
        Try again
      </Button>
    </div>
  );
}
