import type { ReactNode } from "react";
import { Skeleton } from "../../components/skeleton.tsx";

/** The shape of a token's page while it is read. */
export function PageSkeleton({ label }: { readonly label: string }): ReactNode {
  return (
    <div className="page py-8 sm:py-10" role="status" aria-busy="true">
      <h1 className="sr-only">{label}</h1>
      <div className="flex gap-5">
        <Skeleton className="size-16 sm:size-21" />
        <div className="grid flex-1 content-start gap-3">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-11 w-3/5" />
          <Skeleton className="h-5 w-2/5" />
        </div>
      </div>
      <div className="mt-10 grid grid-cols-[repeat(2,minmax(0,1fr))] gap-6 border-y border-line py-6 md:grid-cols-[repeat(4,minmax(0,1fr))]">
        {["a", "b", "c", "d"].map((key) => (
          <div key={key} className="grid gap-2">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-8 w-32" />
          </div>
        ))}
      </div>
      <div className="h-12 border-b border-line" />
      <div className="mt-8 grid gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
        <Skeleton className="h-96 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
    </div>
  );
}
