import { Menu } from "@base-ui/react/menu";
import { Link } from "@tanstack/react-router";
import { LogOut, UserRound, WalletMinimal } from "lucide-react";
import { Button } from "../../components/button.tsx";
import { whatIs } from "../../components/kind-of.ts";
import { Swatch } from "../../components/swatch.tsx";
import { useOwnership } from "../../data/ownership.ts";
import { displayName } from "../../lib/names.ts";
import { useWallet, type Wallet } from "./use-wallet.ts";

/** The header's button: offers to connect, or says who is connected. */
export function WalletButton() {
  const wallet = useWallet();
  if (!wallet.address) {
    return (
      <Button variant="primary" onClick={wallet.connect} onPointerEnter={wallet.preload} onFocus={wallet.preload}>
        {wallet.restoring ? "Connecting" : "Connect"}
      </Button>
    );
  }
  return <AccountMenu wallet={wallet} address={wallet.address} />;
}

const ITEM =
  "flex min-h-11 w-full cursor-pointer items-center gap-2.5 rounded-control px-3 text-table outline-none data-highlighted:bg-inset";

function AccountMenu({ wallet, address }: { wallet: Wallet; address: string }) {
  const { data: snapshot } = useOwnership();
  const known = whatIs(snapshot, address);
  const name = displayName(snapshot, address);
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={`Your account: ${name}`}
        className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-control border border-line bg-cloth py-1 pr-3 pl-2 text-table font-semibold hover:bg-inset"
      >
        <Swatch address={known.drawn} kind={known.kind} size={28} />
        <span className="max-w-32 truncate max-sm:sr-only">{name.split(" ")[0]}</span>
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
