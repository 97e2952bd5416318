import type { Hex } from "viem";
import { MappingError } from "../errors/mapping-error.ts";
import { encodeCall } from "../host/evm/contract-call.ts";
import { decodeValues } from "../host/evm/decode-values.ts";
import type { Host, LogLevel } from "../host/host.ts";
import { readJsonLines } from "../host/json/read-json-lines.ts";
import { writeJsonValue } from "../host/memory/json-value.ts";
import { writeStoreValue } from "../host/memory/store-value.ts";
import { runHandler } from "../host/run-handler.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { DynamicDataSource } from "../store/store.ts";
import { bytesToHex, hexToBytes } from "../values/bytes.ts";
import type { ChainAnswers } from "./chain-answers.ts";
import { packContext } from "./context.ts";
import { type DataSource, normalizeParameters } from "./data-source.ts";
import type { BlockEntities } from "./entities/block-entities.ts";

/** First apiVersion (0.0.x) in which mappings may read account state. */
const ACCOUNT_STATE_SINCE = 9;

/** What is kept of a handler's log: more would only fill memory. */
const MAX_MESSAGES = 10_000;
const MAX_MESSAGE_LENGTH = 16_384;

/** The id by which a mapping asks for a generated one. */
const AUTO_ID = "auto";

const ZERO_ADDRESS = new Uint8Array(20);

/** What a handler said and made besides changing entities. */
export interface HandlerEffects {
  readonly created: readonly DynamicDataSource[];
  readonly messages: readonly { readonly level: LogLevel; readonly message: string }[];
}

/** What a handler runs in. */
export interface HandlerSetting {
  readonly manifest: Manifest;
  readonly source: DataSource;
  readonly entities: BlockEntities;
  readonly answers: ChainAnswers;
  readonly block: number;
}

/** Refuses entity types that a file's data source does not list, in graph-node's words; those of the chain may use all. */
function checkEntityAccess({ file, mapping }: DataSource): (type: string) => string {
  return (type) => {
    if (file === null || mapping.entities.includes(type)) return type;
    throw new MappingError(
      `entity type \`${type}\` is not on the 'entities' list for data source \`${mapping.name}\`. ` +
        `Hint: Add \`${type}\` to the 'entities' list, which currently is: \`${mapping.entities.join(", ")}\`.`,
    );
  };
}

/** The host of one run of one handler. */
export function createHandlerHost(setting: HandlerSetting): { readonly host: Host; readonly effects: HandlerEffects } {
  const { manifest, source, entities, answers } = setting;
  const { mapping } = source;
  const created: DynamicDataSource[] = [];
  const messages: { readonly level: LogLevel; readonly message: string }[] = [];

  function assertAccountState(name: string): void {
    if (mapping.apiVersion.patch >= ACCOUNT_STATE_SINCE) return;
    throw new MappingError(
      `\`${name}\` needs apiVersion 0.0.9, but ${mapping.name} has 0.0.${mapping.apiVersion.patch}`,
    );
  }

  const checked = checkEntityAccess(source);
  const host: Host = {
    getEntity: (type, id) => entities.get(checked(type), id),
    getEntityInBlock: (type, id) => entities.getInBlock(checked(type), id),
    loadRelated: (type, id, field) => entities.loadRelated(checked(type), id, field),
    setEntity(type, id, data) {
      if (source.file !== null && id === AUTO_ID) {
        throw new MappingError("ids can only be generated in handlers of on-chain data sources");
      }
      entities.set(checked(type), id, data, mapping.apiVersion.patch);
    },
    removeEntity: (type, id) => entities.remove(checked(type), id),
    call(call) {
      const { to, data, outputs } = encodeCall(mapping.abis, call);
      const result = answers.call(to, data);
      return result === null ? null : decodeValues(outputs, result);
    },
    balanceOf(address) {
      assertAccountState("ethereum.getBalance");
      return answers.balance(bytesToHex(address) as Hex);
    },
    hasCode(address) {
      assertAccountState("ethereum.hasCode");
      return answers.code(bytesToHex(address) as Hex) !== "0x";
    },
    createDataSource(template, parameters, context) {
      const found = manifest.templates.get(template);
      if (found === undefined) {
        throw new MappingError(
          `Failed to create data source from name \`${template}\`: No template with this name in parent data source ` +
            `\`${mapping.name}\`. Available names: ${[...manifest.templates.keys()].join(", ")}.`,
        );
      }
      if (source.file !== null && found.kind === "ethereum/contract") {
        throw new MappingError(
          "Attempted to create on-chain data source in offchain data source handler. This is not yet supported.",
        );
      }
      const params = normalizeParameters(found, parameters);
      if (params === null) {
        const message = `ignoring data source of template ${template}: "${parameters[0]}" is no content id`;
        messages.push({ level: "warn", message });
        return;
      }
      created.push({
        template,
        params,
        context: context === null ? null : packContext(context),
        createdAt: setting.block,
      });
    },
    ipfsCat: answers.file,
    ipfsBlock: answers.fileBlock,
    ipfsMap(id, callback, userData) {
      const content = answers.file(id);
      if (content === null) throw new MappingError(`Failed to read the file \`${id}\``);
      for (const value of readJsonLines(content)) {
        runHandler(source.compiled, callback, host, {
          block: null,
          write: (memory) => writeJsonValue(memory, value),
          writeSecond: (memory) => writeStoreValue(memory, userData),
        });
      }
    },
    address() {
      if (source.file !== null) return Uint8Array.from(Buffer.from(source.file.id));
      return source.address === null ? ZERO_ADDRESS : hexToBytes(source.address);
    },
    network: () => mapping.network,
    context: () => source.context,
    log(level, message) {
      if (messages.length < MAX_MESSAGES) messages.push({ level, message: message.slice(0, MAX_MESSAGE_LENGTH) });
    },
  };
  return { host, effects: { created, messages } };
}
