import { IndexerError } from "../errors/indexer-error.ts";

/** A file that could not be had now: nobody offers it yet, the gateway failed, or what it sent is something else. */
export class FileError extends IndexerError {
  override name = "FileError";
}
