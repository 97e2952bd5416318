import type { Logger } from "pino";
import { MappingError } from "../errors/mapping-error.ts";
import { writeBytes } from "../host/memory/bytes.ts";
import { writeCall, writeEvent } from "../host/memory/event.ts";
import { type HandlerArgument, runHandler } from "../host/run-handler.ts";
import type { BlockHeader } from "../source/chain-types.ts";
import type { DynamicDataSource } from "../store/store.ts";
import { createHandlerHost, type HandlerEffects, type HandlerSetting } from "./handler-host.ts";
import { MissingAnswer } from "./missing-answer.ts";
import type { Trigger } from "./triggers/match-block.ts";

function argumentOf(trigger: Trigger): HandlerArgument {
  switch (trigger.kind) {
    case "block":
      return { block: trigger.block, write: (_, pointer) => pointer };
    case "call":
      return { block: trigger.call.block, write: (memory, pointer) => writeCall(memory, trigger.call, pointer) };
    case "event":
      return { block: trigger.event.block, write: (memory, pointer) => writeEvent(memory, trigger.event, pointer) };
    case "file":
      return { block: null, write: (memory) => writeBytes(memory, trigger.content) };
  }
}

/** One run: true when the handler finished, otherwise what it misses. */
function attempt(
  trigger: Trigger,
  setting: HandlerSetting,
): { readonly effects: HandlerEffects; readonly missing: MissingAnswer | null; readonly failure: unknown } {
  const { host, effects } = createHandlerHost(setting);
  try {
    runHandler(trigger.source.compiled, trigger.handler, host, argumentOf(trigger));
    return { effects, missing: null, failure: null };
  } catch (error) {
    if (error instanceof MissingAnswer) return { effects, missing: error, failure: null };
    return { effects, missing: null, failure: error };
  }
}

function speak(logger: Logger, trigger: Trigger, block: BlockHeader, effects: HandlerEffects): void {
  for (const { level, message } of effects.messages) {
    logger[level]({ block: block.number, dataSource: trigger.source.mapping.name, handler: trigger.handler }, message);
  }
}

/**
 * Runs a handler until it has every answer it asks for, and keeps what it did.
 * @returns the data sources it created.
 * @throws MappingError when the handler fails; then nothing of it is kept.
 */
export async function runTrigger(
  trigger: Trigger,
  block: BlockHeader,
  setting: HandlerSetting,
  logger: Logger,
): Promise<readonly DynamicDataSource[]> {
  for (;;) {
    const { effects, missing, failure } = attempt(trigger, setting);
    if (missing !== null) {
      setting.entities.discardHandler();
      await missing.fetch();
      continue;
    }
    speak(logger, trigger, block, effects);
    if (failure === null) {
      setting.entities.commitHandler();
      return effects.created;
    }
    setting.entities.discardHandler();
    throw failure instanceof Error ? failure : new MappingError(String(failure));
  }
}
