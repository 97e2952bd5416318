import { FileError } from "./file-error.ts";
import { type FileStore, MAX_FILE_BYTES } from "./file-store.ts";
import { httpBody } from "./http-body.ts";

/**
 * Arweave through the gateway at `url`. What it sends is believed: a transaction's id is the hash of its signature, which
 * says nothing of the data without the whole transaction.
 */
export function createArweaveStore(url: string): FileStore {
  const root = url.replace(/\/+$/, "");
  return {
    async read(id, signal) {
      const [transaction = "", ...path] = id.split("/");
      if (!/^[\w-]{43}$/.test(transaction)) throw new FileError(`"${id}" is no Arweave transaction.`);
      const place = [transaction, ...path.map(encodeURIComponent)].join("/");
      return httpBody(`${root}/${place}`, { limit: MAX_FILE_BYTES, signal });
    },
  };
}
