/** Parts of a path that look like a provider's access key: long, of letters and digits that no word has. */
const KEY = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_-]{20,}$/;

/** An address fit for logs and screens: without password, access keys and parameters. */
export function redactUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  if (url.password !== "") url.password = "***";
  for (const name of [...new Set(url.searchParams.keys())]) url.searchParams.set(name, "***");
  url.pathname = url.pathname
    .split("/")
    .map((part) => (KEY.test(part) ? "***" : part))
    .join("/");
  return url.href === `${text}/` ? text : url.href;
}
