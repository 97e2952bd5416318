import type { RevertWords } from "./revert-words.ts";

/** Errors of launching and of the texts that go with it, by name. */
export const TEXT_WORDS: Readonly<Record<string, RevertWords>> = {
  TextTooLong: ([length, limit]) => ({
    title: "A text is too long",
    detail: `It has ${String(length)} bytes, at most ${String(limit)} fit. Letters with accents take two or more.`,
    next: "Shorten it.",
  }),
  TextEmpty: () => ({ title: "A text is missing", detail: "It can’t be empty.", next: "Fill it in." }),
  TextCharacterRefused: () => ({
    title: "A text has a character that could deceive",
    detail: "Control characters and those that turn the direction of writing are refused.",
    next: "Type the text anew instead of pasting it.",
  }),
  AlreadyLaunched: () => ({
    title: "You have a token already",
    detail: "One person launches one token, for ever.",
    next: "Open your page from the header.",
  }),
  TextNotUtf8: () => ({
    title: "A text can’t be read",
    detail: "It has bytes that are no characters.",
    next: "Type the text anew instead of pasting it.",
  }),
};
