import "./styles/main.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Providers } from "./app/providers.tsx";
import { router } from "./app/router.tsx";
import { wagmiConfig } from "./chain/wagmi.ts";
import { restoreWalletConnect } from "./features/wallet/restore-wallet-connect.ts";
import { WebError } from "./lib/web-error.ts";

/** How long nothing is drawn while the page's code is on its way, in milliseconds: what is drawn before is drawn twice. */
const EMPTY_MS = 150;

const root = document.getElementById("root");
if (!root) throw new WebError("index.html has no element with the id “root”.");

void restoreWalletConnect(wagmiConfig);
await Promise.race([router.load(), new Promise((resolve) => setTimeout(resolve, EMPTY_MS))]);
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
