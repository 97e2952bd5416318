import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import { wagmiConfig } from "../chain/wagmi.ts";

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A failed read says so at once; the status in the footer asks again and the pages follow it.
      queries: { retry: false, refetchOnWindowFocus: true, staleTime: 5_000 },
    },
  });
}

/**
 * Everything that pages reach through React's context, once.
 *
 * The content policy forbids style elements, so Base UI is told first. wagmi's hooks store what they read with TanStack Query
 * but keep the wallet themselves, so wagmi stands outside.
 */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <CSPProvider disableStyleElements>
      <WagmiProvider config={wagmiConfig}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </WagmiProvider>
    </CSPProvider>
  );
}
