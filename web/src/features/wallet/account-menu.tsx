import { Menu } from "@base-ui/react/menu";
import { Link } from "@tanstack/react-router";
import { LogOut, UserRound, WalletMinimal } from "lucide-react";
import { whatIs } from "../../components/kind-of.ts";
import { useNames } from "../../data/names/use-names.ts";
import type { Address } from "../../lib/address.ts";
import { displayName } from "../../lib/names.ts";
import { ACCOUNT_BUTTON, AccountLabel } from "./account-label.tsx";
import { useWallet } from "./use-wallet.ts";

const ITEM =
  "flex min-h-11 w-full cursor-pointer items-center gap-2.5 rounded-control px-3 text-table outline-none data-highlighted:bg-inset";

/** Who is connected, and what follows from it. A module of its own: menus are not needed before a wallet is. */
export function AccountMenu({ address }: { readonly address: Address }) {
  const wallet = useWallet();
  const names = useNames(address);
  const known = whatIs(names, address);
  const name = displayName(names, address);
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={`Your account: ${name}`} className={`${ACCOUNT_BUTTON} cursor-pointer hover:bg-inset`}>
        <AccountLabel address={address} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" collisionPadding={16} className="z-40">
          <Menu.Popup className="floating w-76 max-w-[calc(100vw-2rem)] p-1.5 outline-none">
            <div className="px-3 pt-2 pb-2.5">
              <p className="font-semibold">{name}</p>
              <p className="font-mono text-label break-all text-ink-3">{address}</p>
              {wallet.development && (
                <p className="mt-1 text-label text-ink-3">Development account of the local chain</p>
              )}
            </div>
            {known.page && (
              <Menu.Item
                className={ITEM}
                render={
                  <Link
                    to={known.page.kind === "person" ? "/person/$address" : "/network/$address"}
                    params={{ address: known.page.address }}
                  />
                }
              >
                <UserRound aria-hidden="true" size={18} strokeWidth={1.6} /> Your page
              </Menu.Item>
            )}
            <Menu.Item className={ITEM} render={<Link to="/portfolio" />}>
              <WalletMinimal aria-hidden="true" size={18} strokeWidth={1.6} /> Your portfolio
            </Menu.Item>
            <Menu.Item className={ITEM} onClick={wallet.disconnect}>
              <LogOut aria-hidden="true" size={18} strokeWidth={1.6} /> Disconnect
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
