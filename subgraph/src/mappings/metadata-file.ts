import { Bytes, dataSource } from "@graphprotocol/graph-ts";
import { readMetadata } from "../helpers/metadata";
import { createFileMetadata } from "../store/token-metadata";

/** Largest file that is read, in bytes; metadata is text, and what a file costs is for strangers to choose. */
const MAX_BYTES: i32 = 131072;

export function handleMetadataFile(content: Bytes): void {
  if (content.length > MAX_BYTES) return;
  const metadata = readMetadata(content);
  if (metadata !== null) createFileMetadata(dataSource.stringParam(), metadata);
}
