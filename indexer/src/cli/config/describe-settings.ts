import { envName, placeholderOf, type Setting, type Settings } from "./setting.ts";

/** Columns of a help text. */
const WIDTH = 110;

function flagOf(name: string, setting: Setting): string {
  const placeholder = placeholderOf(setting);
  return placeholder === "" ? `--${name}` : `--${name} <${placeholder}>`;
}

function usual({ fallback, otherwise }: Setting): string | null {
  return otherwise ?? fallback ?? null;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** The settings as lines of a help text. */
export function describeSettings(settings: Settings): string {
  const rows = Object.entries(settings);
  const left = Math.max(...rows.map(([name, setting]) => flagOf(name, setting).length)) + 4;
  return rows
    .flatMap(([name, setting]) => {
      const fallback = usual(setting);
      const text = fallback === null ? setting.help : `${setting.help} [${fallback}]`;
      return wrap(text, WIDTH - left).map((line, index) =>
        `${(index === 0 ? `  ${flagOf(name, setting)}` : "").padEnd(left)}${line}`.trimEnd(),
      );
    })
    .join("\n");
}

/** The settings as a table in Markdown: names, environment variables, meanings and defaults. */
export function settingsTable(settings: Settings): string {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const variable = setting.sharedEnv === undefined ? "" : `, \`${setting.sharedEnv}\``;
    const cells = [`\`${name}\``, `\`${envName(name)}\`${variable}`, setting.help, usual(setting) ?? ""];
    return cells.map((cell) => cell.replaceAll("|", "\\|"));
  });
  const head = ["setting", "environment", "what it is", "default"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join("\n");
}
