import type { ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";

/** The shape of a page with a title and two columns while it is read. */
export function PlainSkeleton({ label }: { readonly label: string }): ReactNode {
  return (
    <div className="page py-8 sm:py-10" role="status" aria-busy="true">
      <h1 className="sr-only">{label}</h1>
      <Skeleton className="h-10 w-2/3 max-w-sm sm:h-13" />
      <div className="mt-8 grid gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
        <Skeleton className="h-96 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
    </div>
  );
}
