/** Root of everything that the development stack throws on purpose: what failed, with which value, what to do. */
export class DevnetError extends Error {
  override readonly name: string = "DevnetError";
}

/** A port that the stack was told to use is taken. */
export class PortTakenError extends DevnetError {
  override readonly name = "PortTakenError";

  constructor(port: number, purpose: string, variable: string) {
    super(
      `Port ${port}, wanted for ${purpose}, is taken by another program. Stop that program, or choose another port: ${variable}=<port>.`,
    );
  }
}

/** The local chain did not start or stopped by itself. */
export class ChainStartError extends DevnetError {
  override readonly name = "ChainStartError";
}

/** A build that deployment or indexing needs is not there. */
export class MissingBuildError extends DevnetError {
  override readonly name = "MissingBuildError";

  constructor(what: string, path: string, remedy: string) {
    super(`${what} is missing at ${path}. ${remedy}`);
  }
}

/** A contract calls a library that is not deployed. */
export class MissingLibraryError extends DevnetError {
  override readonly name = "MissingLibraryError";

  constructor(contract: string, library: string) {
    super(
      `${contract} calls the library ${library}, which is not deployed. Deploy it before, and link it by its name.`,
    );
  }
}

/** A tool that set-up runs failed; the message ends with what it said. */
export class CommandFailedError extends DevnetError {
  override readonly name = "CommandFailedError";

  constructor(command: string, code: number | string, output: string) {
    super(`\`${command}\` failed (${code}).\n${output.trim()}`);
  }
}

/** An environment variable has a value that can't be used. */
export class BadSettingError extends DevnetError {
  override readonly name = "BadSettingError";

  constructor(variable: string, value: string, wanted: string) {
    super(`${variable}=${value} can't be used: ${wanted}.`);
  }
}

/** A step of the demo story can't be played. */
export class StoryError extends DevnetError {
  override readonly name = "StoryError";
}

/** A running stack can't be taken back to an earlier state. */
export class SnapshotError extends DevnetError {
  override readonly name = "SnapshotError";
}
