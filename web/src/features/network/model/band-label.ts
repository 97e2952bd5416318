import type { OwnershipSnapshot, TokenInfo } from "../../../data/ownership.ts";
import type { Address } from "../../../lib/address.ts";
import { firstWord, isolate, withoutIsolates } from "../../../lib/isolate.ts";
import { displayName } from "../../../lib/names.ts";

/** Text beside one band of the cloth, in the lengths that may fit. */
export interface BandLabel {
  /** For screen readers and the caption, such as "Cleo Marchetti’s treasury". */
  readonly full: string;
  /** What may be drawn, longest first, such as "Cleo’s treasury", then "CLEO"; never empty. */
  readonly forms: readonly [string, ...string[]];
}

/** Widths of characters in the text face at weight 600, as parts of the font size. */
const WIDTHS = { upper: 0.67, lower: 0.54, digit: 0.58, narrow: 0.3 } as const;

/** Width that `text` is likely to take, in px. An estimate, so that layout never waits for fonts. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS[widthClass(character)];
  return width * fontSize;
}

function widthClass(character: string): keyof typeof WIDTHS {
  if (/[\s.,’'|iltfjrI-]/.test(character)) return "narrow";
  if (/\p{Lu}/u.test(character)) return "upper";
  return /\d/.test(character) ? "digit" : "lower";
}

/** The longest form that fits into `room` px; the shortest, cut with an ellipsis, when none does. */
export function fitLabel(label: BandLabel, fontSize: number, room: number): string {
  const fitting = label.forms.find((text) => textWidth(text, fontSize) <= room);
  if (fitting !== undefined) return fitting;
  const short = [...shortest(label)];
  let characters = short.length - 1;
  while (characters > 1 && textWidth(`${short.slice(0, characters).join("")}…`, fontSize) > room) characters -= 1;
  return `${short.slice(0, characters).join("")}…`;
}

/** Whether every label, in its shortest form at least, fits over its band. */
export function labelsFit(labels: readonly BandLabel[], rooms: readonly number[], fontSize: number): boolean {
  return labels.every((label, index) => textWidth(shortest(label), fontSize) <= (rooms[index] ?? 0));
}

function shortest(label: BandLabel): string {
  return label.forms.at(-1) ?? label.forms[0];
}

/** Label over a member's band: the first name where there is room, else the symbol. */
export function memberLabel(token: Pick<TokenInfo, "name" | "symbol">): BandLabel {
  return { full: token.name, forms: [firstWord(token.name), token.symbol] };
}

/** Label beside a holder's band; a token's holding is its treasury. */
export function holderLabel(snapshot: OwnershipSnapshot, address: Address): BandLabel {
  const token = snapshot.tokens.get(address);
  if (token !== undefined) {
    const first = firstWord(token.name);
    return { full: `${token.name}’s treasury`, forms: [`${first}’s treasury`, `${first}’s`, token.symbol] };
  }
  const name = displayName(snapshot, address);
  return { full: name, forms: [name, firstWord(name), isolate(withoutIsolates(name).slice(0, 6))] };
}

/** A share beside a label, without decimals: "27 %". */
export function labelShare(share: number): string {
  const percent = Math.round(share * 100);
  return share > 0 && percent === 0 ? "< 1 %" : `${percent} %`;
}
