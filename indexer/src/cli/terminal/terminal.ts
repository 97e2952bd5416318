/** Where a command writes what is for people. */
export interface Output {
  readonly isTTY?: boolean;
  /** Width of a terminal, in characters. */
  readonly columns?: number;
  write(text: string): unknown;
}

const DEFAULT_COLUMNS = 80;

/** An output on which log lines scroll above one line that changes. */
export interface Terminal {
  readonly isTTY: boolean;
  /** Shows text in the last line, in place of what is there; on anything but a terminal it does nothing. */
  status(text: string): void;
  /** Adds lines, which must end with a line break. */
  log(text: string): void;
  /** Clears the last line. */
  end(): void;
}

/** Moves to the line's start and clears it. */
const CLEAR_LINE = "\r\u001b[2K";

/** Starts without a changing line. */
export function createTerminal(output: Output): Terminal {
  const isTTY = output.isTTY === true;
  let shown = "";
  const clear = (): void => {
    if (shown !== "") output.write(CLEAR_LINE);
  };
  return {
    isTTY,
    status(text) {
      // A longer line would wrap, and what wrapped could not be cleared.
      const line = text.slice(0, (output.columns ?? DEFAULT_COLUMNS) - 1);
      if (!isTTY || line === shown) return;
      shown = line;
      output.write(`${CLEAR_LINE}${line}`);
    },
    log(text) {
      clear();
      output.write(`${text}${shown}`);
    },
    end() {
      clear();
      shown = "";
    },
  };
}
