import { CURRENCY_NAMES, type CurrencyName } from "../deploy/deploy-currency.ts";
import { BadSettingError } from "../errors.ts";
import type { StoryName } from "../stack/stack-options.ts";

/** What `npm start` can be told by the environment. */
export interface Settings {
  readonly rpcPort: number;
  readonly graphqlPort: number;
  readonly webPort: number;
  /** Where `ipfs://` metadata is fetched from; undefined for what is usual. */
  readonly ipfs: string | undefined;
  readonly story: StoryName;
  /** What gains are paid in. */
  readonly currency: CurrencyName;
}

const LARGEST_PORT = 65_535;
const STORY_NAMES: readonly [StoryName, ...StoryName[]] = ["full", "trio", "none"];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads RPC_PORT or RPC_URL, GRAPHQL_PORT or GRAPHQL_URL, PORT, IPFS_URL, STORY and CURRENCY.
 *
 * @throws BadSettingError naming the variable and what it can be.
 */
export function readSettings(env: Environment): Settings {
  const settings: Settings = {
    rpcPort: readPort(env, "RPC_PORT", readPortOfUrl(env, "RPC_URL", 8545)),
    graphqlPort: readPort(env, "GRAPHQL_PORT", readPortOfUrl(env, "GRAPHQL_URL", 8000)),
    webPort: readPort(env, "PORT", 5173),
    ipfs: readGateway(env),
    story: readChoice(env, "STORY", STORY_NAMES, "stories"),
    currency: readChoice(env, "CURRENCY", CURRENCY_NAMES, "currencies"),
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

/** Everything runs on this machine, so that an address says no more than a port. */
function readPortOfUrl(env: Environment, variable: string, usual: number): number {
  const text = env[variable];
  if (text === undefined || text === "") return usual;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname);
  if (url === undefined || !local || url.port === "") {
    throw new BadSettingError(variable, text, "what is started here is at http://127.0.0.1:<port>");
  }
  return Number(url.port);
}

function readPort(env: Environment, variable: string, usual: number): number {
  const text = env[variable];
  if (text === undefined || text === "") return usual;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > LARGEST_PORT) throw new BadSettingError(variable, text, `a port is 1 to ${LARGEST_PORT}`);
  return port;
}

function readGateway({ IPFS_URL: text }: Environment): string | undefined {
  if (text === undefined || text === "") return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if (protocol === "http:" || protocol === "https:") return text;
  throw new BadSettingError("IPFS_URL", text, "a gateway is an address such as https://ipfs.io/ipfs");
}

/** One of `choices`, of which the first is the usual one. */
function readChoice<Choice extends string>(
  env: Environment,
  variable: string,
  choices: readonly [Choice, ...Choice[]],
  plural: string,
): Choice {
  const text = env[variable];
  if (text === undefined || text === "") return choices[0];
  const choice = choices.find((name) => name === text);
  if (choice === undefined) throw new BadSettingError(variable, text, `${plural} are ${choices.join(", ")}`);
  return choice;
}
