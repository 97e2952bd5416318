import { Skeleton } from "../components/skeleton.tsx";

/** Stands in place of a page whose code is on its way. */
export function PagePending() {
  return (
    <div className="page py-8 sm:py-10" aria-busy="true">
      <p className="sr-only" role="status">
        Loading the page
      </p>
      <Skeleton className="h-12 w-2/3 max-w-sm" />
      <Skeleton className="mt-4 h-12 w-full max-w-xl" />
      <div className="mt-8 grid gap-6 lg:grid-cols-[minmax(0,1fr)_23.25rem]">
        <Skeleton className="h-96 rounded-card" />
        <Skeleton className="h-72 rounded-card" />
      </div>
    </div>
  );
}
