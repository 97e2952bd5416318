/** Where the contents of files come from. */
export interface FileStore {
  /**
   * The whole content of a file.
   * @throws FileError when it cannot be had now or is too large.
   */
  read(id: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** File stores by kind; null for those that nobody configured. */
export interface FileStores {
  readonly ipfs: IpfsStore | null;
  readonly arweave: FileStore | null;
  /** What handlers may read; null unless that is allowed. */
  readonly inMappings: IpfsStore | null;
}

/** IPFS, where single blocks can be read as well. */
export interface IpfsStore extends FileStore {
  /** A block by its content id, checked where {@link verifyFile} checks. */
  block(id: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** Largest file, in bytes, as graph-node sets it. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
