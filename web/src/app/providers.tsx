import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { WagmiProvider } from "wagmi";
import { wagmiConfig } from "../chain/wagmi.ts";
import { queryClient } from "./query-client.ts";

/**
 * Everything that pages reach through React's context, once.
 *
 * The content policy forbids style elements, so Base UI is told first. wagmi's hooks store what they read with TanStack Query
 * but keep the wallet themselves, so wagmi stands outside.
 */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <WagmiProvider config={wagmiConfig}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </WagmiProvider>
    </CSPProvider>
  );
}
