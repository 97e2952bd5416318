import { weaveOf } from "../../components/weave.ts";
import type { DevelopmentAccount } from "./development-wallets.ts";

const CROSSINGS = 6;

/** The account's cloth as a picture for the dialog; a plain ring for an account without a token. */
export function developmentIcon({ address, token }: DevelopmentAccount): string {
  const content = token
    ? weaveOf(token, "person", CROSSINGS)
        .map(({ fill, path }) => `<path fill="${fill}" d="${path}"/>`)
        .join("")
    : `<circle cx="3" cy="3" r="2" fill="none" stroke="#7d879c" stroke-width=".6"/>`;
  const ground = token ? `<path fill="#171326" d="M0 0h6v6H0z"/>` : `<path fill="#e8ecea" d="M0 0h6v6H0z"/>`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 6" data-of="${address}">${ground}${content}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
