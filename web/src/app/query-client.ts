import { QueryClient } from "@tanstack/react-query";

/** What has been read, for the pages and for the router, which asks before a page is drawn. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // A failed read says so at once; the status in the footer asks again and the pages follow it.
    queries: { retry: false, refetchOnWindowFocus: true, staleTime: 5_000 },
  },
});
