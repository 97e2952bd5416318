import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useConfig } from "wagmi";
import { sentHere, useSent } from "./sent-here.ts";
import { isUnderWay } from "./sent-transaction.ts";

/** Goes on following what an account sent, whatever page is shown and after a reload. Shows nothing. */
export function ResumeSent({ account }: { readonly account: string }) {
  const config = useConfig();
  const queryClient = useQueryClient();
  const waiting = useSent(account).some(isUnderWay);
  useEffect(() => {
    if (!waiting) return;
    let wanted = true;
    // What follows is larger than what tells that there is something to follow, and most visits have nothing.
    void Promise.all([import("./watch-sent.ts"), import("./follow-ports.ts")]).then(
      ([{ watchSent }, { followPorts }]) => wanted && watchSent(sentHere, account, followPorts(config, queryClient)),
      // A module that can't be loaded is asked for again with the next transaction, or the next visit.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [account, waiting, config, queryClient]);
  return null;
}
