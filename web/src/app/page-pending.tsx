import { Skeleton } from "../components/skeleton.tsx";

/** Stands in place of a page whose code is on its way. */
export function PagePending() {
  return (
    <div className="page py-10" aria-busy="true">
      <p className="sr-only" role="status">
        Loading the page
      </p>
      <Skeleton className="h-12 w-2/3 max-w-xl" />
      <Skeleton className="mt-5 h-6 w-1/2 max-w-md" />
      <Skeleton className="mt-10 h-24 w-full" />
      <Skeleton className="mt-8 h-80 w-full" />
    </div>
  );
}
