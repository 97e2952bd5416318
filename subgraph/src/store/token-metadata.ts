import { Bytes } from "@graphprotocol/graph-ts";
import { FileMetadata, InlineMetadata } from "../../generated/schema";
import { MetadataFile } from "../../generated/templates";
import { bytesOfJsonUri } from "../helpers/data-uri";
import { pathOfIpfsUri } from "../helpers/ipfs-uri";
import { Metadata, readMetadata } from "../helpers/metadata";
import { metadataId } from "../ids";

/**
 * Id of what a metadata URI says: of a `data:` URI it is read at once, of an `ipfs://` URI when the file arrives. Null for a
 * URI that can't be read. What is known already is not made again: tokens may share a URI, and take one back.
 */
export function metadataOf(uri: string): Bytes | null {
  const path = pathOfIpfsUri(uri);
  if (path !== null) {
    MetadataFile.create(path);
    return metadataId(ipfsUri(path));
  }
  const id = metadataId(uri);
  if (InlineMetadata.load(id) !== null) return id;
  const bytes = bytesOfJsonUri(uri);
  if (bytes === null) return null;
  const metadata = readMetadata(bytes);
  if (metadata === null) return null;
  createInlineMetadata(id, uri, metadata);
  return id;
}

function createInlineMetadata(id: Bytes, uri: string, metadata: Metadata): void {
  const inline = new InlineMetadata(id);
  inline.uri = uri;
  inline.name = metadata.name;
  inline.description = metadata.description;
  inline.image = metadata.image;
  inline.links = metadata.links;
  inline.save();
}

/** Records what the file at `path` says. */
export function createFileMetadata(path: string, metadata: Metadata): void {
  const uri = ipfsUri(path);
  const file = new FileMetadata(metadataId(uri));
  file.uri = uri;
  file.name = metadata.name;
  file.description = metadata.description;
  file.image = metadata.image;
  file.links = metadata.links;
  file.save();
}

function ipfsUri(path: string): string {
  return `ipfs://${path}`;
}
