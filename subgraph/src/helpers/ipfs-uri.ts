const SCHEME = "ipfs://";
/** What some tools put between the scheme and the content id. */
const NAMESPACE = "ipfs/";
/** Longest path that is looked at, in characters; content ids have about 60. */
const MAX_LENGTH: i32 = 1024;

/**
 * The content id, with the path below it, that an `ipfs://` URI names; null for other URIs. Content ids count as they are
 * usually written only, as `Qm…` or in small base32 letters, so that a file has one name whoever reads it.
 */
export function pathOfIpfsUri(uri: string): string | null {
  if (!uri.startsWith(SCHEME)) return null;
  let path = uri.slice(SCHEME.length);
  if (path.startsWith(NAMESPACE)) path = path.slice(NAMESPACE.length);
  if (path.length > MAX_LENGTH) return null;
  const names = path.split("/");
  if (!isContentId(names[0])) return null;
  for (let i = 1; i < names.length; i++) if (!isName(names[i])) return null;
  return path;
}

function isContentId(text: string): bool {
  if (text.startsWith("Qm")) return text.length == 46 && isMadeOf(text, false);
  return text.startsWith("b") && text.length >= 40 && isMadeOf(text, true);
}

/** Whether all characters are letters and digits, of base32 (`a`–`z`, `2`–`7`) if that is asked for. */
function isMadeOf(text: string, base32: bool): bool {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isSmall = code >= 0x61 && code <= 0x7a;
    const isDigit = code >= (base32 ? 0x32 : 0x30) && code <= (base32 ? 0x37 : 0x39);
    const isCapital = !base32 && code >= 0x41 && code <= 0x5a;
    if (!isSmall && !isDigit && !isCapital) return false;
  }
  return true;
}

/** Whether text names a file in a directory: no step elsewhere, and printable ASCII only. */
function isName(text: string): bool {
  if (text.length == 0 || text == "." || text == "..") return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return true;
}
