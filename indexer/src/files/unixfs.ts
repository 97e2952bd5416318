import { CID } from "multiformats/cid";
import { FileError } from "./file-error.ts";
import { type ProtobufField, readProtobuf, writeBytesField, writeNumberField } from "./protobuf.ts";

/** Multicodec of a block that is a piece of a file as it is. */
export const RAW = 0x55;
/** Multicodec of a block that is a UnixFS node. */
export const DAG_PB = 0x70;

/** Numbers of fields: of a node, of its links, and of the UnixFS part. */
const NODE = { data: 1, link: 2 } as const;
const LINK = { cid: 1, name: 2 } as const;
const UNIXFS = { type: 1, data: 2, fileSize: 3, blockSize: 4 } as const;
/** UnixFS types of files. */
const FILE = 2;
const FILE_TYPES = [0n, BigInt(FILE)];

/** A node of a file or directory. */
export interface UnixfsNode {
  readonly isFile: boolean;
  readonly data: Uint8Array;
  /** Bytes of the file behind each link. */
  readonly blockSizes: readonly number[];
  readonly links: readonly { readonly cid: CID; readonly name: string }[];
}

function bytesOf(fields: readonly ProtobufField[], number: number): Uint8Array {
  const value = fields.find((field) => field.number === number)?.value;
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

function readLink(message: Uint8Array): UnixfsNode["links"][number] {
  const fields = readProtobuf(message);
  try {
    return { cid: CID.decode(bytesOf(fields, LINK.cid)), name: new TextDecoder().decode(bytesOf(fields, LINK.name)) };
  } catch (cause) {
    throw new FileError("The block is no UnixFS node.", { cause });
  }
}

/** Reads a UnixFS node. @throws FileError when the block is none. */
export function readUnixfs(block: Uint8Array): UnixfsNode {
  const fields = readProtobuf(block);
  const unixfs = readProtobuf(bytesOf(fields, NODE.data));
  const type = unixfs.find((field) => field.number === UNIXFS.type)?.value;
  return {
    isFile: FILE_TYPES.some((file) => file === type),
    data: bytesOf(unixfs, UNIXFS.data),
    blockSizes: unixfs.filter((field) => field.number === UNIXFS.blockSize).map((field) => Number(field.value)),
    links: fields
      .filter((field) => field.number === NODE.link)
      .map(({ value }) => readLink(value instanceof Uint8Array ? value : new Uint8Array(0))),
  };
}

/** The block that `ipfs add` makes of a file that fits in one. */
export function writeUnixfsFile(content: Uint8Array): Uint8Array {
  const parts = [
    writeNumberField(UNIXFS.type, FILE),
    ...(content.length === 0 ? [] : [writeBytesField(UNIXFS.data, content)]),
    writeNumberField(UNIXFS.fileSize, content.length),
  ];
  return writeBytesField(NODE.data, Buffer.concat(parts));
}
