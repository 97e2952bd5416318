import { IndexerError } from "../errors/indexer-error.ts";
import { ManifestError } from "../errors/manifest-error.ts";
import { createArweaveStore } from "../files/arweave-store.ts";
import type { FileStores } from "../files/file-store.ts";
import { createIpfsStore } from "../files/ipfs-store.ts";
import type { Manifest, MappingKind } from "../manifest/manifest.ts";
import type { EntityTypeModel, SchemaModel } from "../schema/model.ts";

/** Where files come from. */
export interface FileOptions {
  /**
   * An IPFS gateway (`https://ipfs.io/ipfs`) or a node's RPC API (`http://127.0.0.1:5001/api/v0`), for data sources of files
   * and for mappings that may read IPFS. What it sends is checked against the content id.
   */
  readonly ipfs?: string | undefined;
  /** An Arweave gateway, such as `https://arweave.net`. What it sends is believed. */
  readonly arweave?: string | undefined;
  /**
   * Whether handlers may call `ipfs.cat`, `ipfs.map` and `ipfs.getBlock`, which graph-node refuses by default: what they
   * answer depends on when they are called. @default false
   */
  readonly allowIpfsInMappings?: boolean | undefined;
}

function assertGateway(manifest: Manifest, kind: MappingKind, url: string | undefined, example: string): void {
  const template = [...manifest.templates.values()].find((item) => item.kind === kind);
  if (template === undefined || url !== undefined) return;
  throw new ManifestError(
    `templates.${template.name}`,
    `it reads files of kind ${kind}, but no gateway is set. Set ${example}.`,
  );
}

/** Opens the gateways that a subgraph needs. @throws ManifestError when one is not set. */
export function openFiles(manifest: Manifest, options: FileOptions): FileStores {
  const { allowIpfsInMappings = false, arweave, ipfs } = options;
  assertGateway(manifest, "file/ipfs", ipfs, "the option `ipfs` (--ipfs), for example to https://ipfs.io/ipfs");
  assertGateway(
    manifest,
    "file/arweave",
    arweave,
    "the option `arweave` (--arweave), for example to https://arweave.net",
  );
  if (allowIpfsInMappings && ipfs === undefined) {
    throw new IndexerError("Handlers may read IPFS (allowIpfsInMappings), but no gateway is set. Set `ipfs` as well.");
  }
  const store = ipfs === undefined ? null : createIpfsStore(ipfs);
  return {
    ipfs: store,
    arweave: arweave === undefined ? null : createArweaveStore(arweave),
    inMappings: allowIpfsInMappings ? store : null,
  };
}

/** The schema with the types marked that handlers of files may write. @throws ManifestError when one of them is missing. */
export function markFileTypes(model: SchemaModel, manifest: Manifest): SchemaModel {
  const entities = new Map<string, EntityTypeModel>(model.entities);
  for (const { entities: names, kind, name: template } of manifest.templates.values()) {
    if (kind === "ethereum/contract") continue;
    for (const name of names) {
      const type = entities.get(name);
      if (type === undefined) {
        throw new ManifestError(`templates.${template}.mapping.entities`, `the schema has no entity type "${name}".`);
      }
      entities.set(name, { ...type, fromFiles: true });
    }
  }
  return { ...model, entities };
}
