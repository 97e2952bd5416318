import { BadSettingError } from "../errors.ts";
import type { StoryName } from "../stack/stack-options.ts";

/** What `npm start` can be told by the environment. */
export interface Settings {
  readonly rpcPort: number;
  readonly graphqlPort: number;
  readonly webPort: number;
  readonly story: StoryName;
}

const LARGEST_PORT = 65_535;
const STORY_NAMES: readonly StoryName[] = ["full", "trio", "none"];

/**
 * Reads RPC_PORT, GRAPHQL_PORT, PORT and STORY.
 *
 * @throws BadSettingError naming the variable and what it can be.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const settings: Settings = {
    rpcPort: readPort(env, "RPC_PORT", 8545),
    graphqlPort: readPort(env, "GRAPHQL_PORT", 8000),
    webPort: readPort(env, "PORT", 5173),
    story: readStory(env),
  };
  const variables = new Map<number, string>();
  for (const [variable, port] of [
    ["RPC_PORT", settings.rpcPort],
    ["GRAPHQL_PORT", settings.graphqlPort],
    ["PORT", settings.webPort],
  ] as const) {
    const other = variables.get(port);
    if (other !== undefined) throw new BadSettingError(variable, String(port), `${other} has the same port`);
    variables.set(port, variable);
  }
  return settings;
}

function readPort(env: Readonly<Record<string, string | undefined>>, variable: string, usual: number): number {
  const text = env[variable];
  if (text === undefined || text === "") return usual;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > LARGEST_PORT) throw new BadSettingError(variable, text, `a port is 1 to ${LARGEST_PORT}`);
  return port;
}

function readStory({ STORY: text }: Readonly<Record<string, string | undefined>>): StoryName {
  if (text === undefined || text === "") return "full";
  const story = STORY_NAMES.find((name) => name === text);
  if (story === undefined) throw new BadSettingError("STORY", text, `stories are ${STORY_NAMES.join(", ")}`);
  return story;
}
