/** What a setting's text must be, and what it becomes. */
export type SettingKind =
  /** Any text but none; `placeholder` stands for it in help texts. */
  | { readonly type: "text"; readonly placeholder: string }
  /** A file or folder; in a configuration file it is relative to that file. */
  | { readonly type: "path"; readonly placeholder: string }
  | { readonly type: "url"; readonly protocols: readonly string[] }
  | { readonly type: "number"; readonly placeholder: string; readonly min: number; readonly max: number }
  /** A number, or a word that stands for none. */
  | {
      readonly type: "optional number";
      readonly placeholder: string;
      readonly min: number;
      readonly max: number;
      readonly none: string;
    }
  | { readonly type: "choice"; readonly of: readonly string[] }
  /** On or off: a flag without value, its opposite with `no-` before it. */
  | { readonly type: "switch" };

/** A setting of a command. Its name is its flag, its key in a configuration file and, in capitals, its environment variable. */
export interface Setting {
  readonly kind: SettingKind;
  readonly help: string;
  /** Value when nothing else is given, as text. */
  readonly fallback?: string;
  /** What happens when nothing is given, for help texts. */
  readonly otherwise?: string;
  /** A further environment variable that many programs share, used when nothing else is given. */
  readonly sharedEnv?: string;
}

/** The settings of a command by name. */
export type Settings = Readonly<Record<string, Setting>>;

/** What a kind's text becomes. */
export type ValueOf<Kind extends SettingKind> = Kind extends { readonly type: "number" }
  ? number
  : Kind extends { readonly type: "optional number" }
    ? number | null
    : Kind extends { readonly type: "switch" }
      ? boolean
      : string;

/** What a command was given, by setting; undefined where nothing was and there is no default. */
export type ValuesOf<Of extends Settings> = {
  readonly [Name in keyof Of]:
    | ValueOf<Of[Name]["kind"]>
    | (Of[Name] extends { readonly fallback: string } ? never : undefined);
};

/** The environment variable of a setting. */
export function envName(name: string): string {
  return `INDEXER_${name.toUpperCase().replaceAll("-", "_")}`;
}

/** What stands for a setting's value in help texts; empty for switches. */
export function placeholderOf({ kind }: Setting): string {
  switch (kind.type) {
    case "switch":
      return "";
    case "choice":
      return kind.of.join("|");
    case "url":
      return "url";
    case "optional number":
      return `${kind.placeholder}|${kind.none}`;
    default:
      return kind.placeholder;
  }
}
