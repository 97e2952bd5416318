import { MappingError } from "../../errors/mapping-error.ts";
import { decodeEvent, type EventParameter } from "../../host/evm/decode-event.ts";
import type { EventHandler } from "../../manifest/manifest.ts";
import type { Log } from "../../source/chain-types.ts";
import type { DataSource } from "../data-source.ts";
import { isActive } from "./block-triggers.ts";

/** The event handler that a log triggers. */
export interface MatchedLog {
  readonly handler: EventHandler;
  readonly parameters: readonly EventParameter[];
}

function topicsMatch(handler: EventHandler, log: Log): boolean {
  if (log.topics[0] !== handler.topic0) return false;
  return handler.topicFilters.every((allowed, index) => {
    const topic = log.topics[index + 1];
    return allowed === null || (topic !== undefined && allowed.includes(topic));
  });
}

/**
 * The handler of a data source that a log triggers, with the log decoded; null when there is none.
 * @throws MappingError when two handlers want the same log.
 */
export function matchLog(source: DataSource, log: Log): MatchedLog | null {
  if (!isActive(source, log.blockNumber)) return null;
  if (source.address !== null && source.address !== log.address) return null;
  let matched: MatchedLog | null = null;
  for (const handler of source.mapping.eventHandlers) {
    if (!topicsMatch(handler, log)) continue;
    const parameters = decodeEvent(handler.event, log);
    if (parameters === null) continue;
    if (matched !== null) {
      throw new MappingError(`Multiple handlers defined for event \`${handler.signature}\`, only one is supported`);
    }
    matched = { handler, parameters };
  }
  return matched;
}
