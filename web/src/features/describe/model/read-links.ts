/** Most links that the index keeps of a token, and their longest, in characters. */
const MOST_LINKS = 16;
const LONGEST_LINK = 2_048;

/** Links as typed, one a line, or why one of them can't be used. */
export type LinksRead =
  | { readonly ok: true; readonly links: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Reads links, one a line: `https://` and `ipfs://` only, each once. An address without a scheme is one of the web. */
export function readLinks(text: string): LinksRead {
  const typed = text.split(/\s+/).filter((link) => link !== "");
  const links = new Set<string>();
  for (const word of typed) {
    const link = /^[a-z][a-z\d+.-]*:/i.test(word) ? word : `https://${word}`;
    if (!isLink(link)) return { ok: false, reason: `“${word}” is no link: it has to begin with https:// or ipfs://.` };
    if (link.length > LONGEST_LINK) return { ok: false, reason: `A link has ${LONGEST_LINK} characters at most.` };
    links.add(link);
  }
  if (links.size > MOST_LINKS) return { ok: false, reason: `${MOST_LINKS} links are shown at most.` };
  return { ok: true, links: [...links] };
}

function isLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol === "ipfs:") return true;
  return protocol === "https:" && username === "" && password === "" && hostname.includes(".");
}
