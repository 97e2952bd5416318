import { parseEther, parseUnits } from "viem";
import { approveHolder } from "../actions/approve-holder.ts";
import { dispute } from "../actions/dispute.ts";
import { distribute } from "../actions/distribute.ts";
import { form } from "../actions/form.ts";
import { harvest } from "../actions/harvest.ts";
import { launch } from "../actions/launch.ts";
import { realize } from "../actions/realize.ts";
import type { Session } from "../actions/session.ts";
import { settle } from "../actions/settle.ts";
import { stake } from "../actions/stake.ts";
import { transfer } from "../actions/transfer.ts";
import { StoryError } from "../errors.ts";
import { metadataUri } from "./metadata.ts";
import { ADMISSION_PLAYERS } from "./play-admission.ts";
import type { ActNamed, Players, Scene } from "./scene.ts";
import type { Act, CastNetwork, Story } from "./story-types.ts";

/** Shares that everybody launches with. */
const SHARES = parseEther("1000000");
const SECONDS_PER_DAY = 86_400n;

const PLAYERS: Players = {
  ...ADMISSION_PLAYERS,
  launch: playLaunch,
  form: playForm,
  stake: playStake,
  approve: ({ session, story, stage }, { who, holder }) =>
    approveHolder(session, {
      from: stage.wallet(who),
      token: stage.token(who),
      holder: holder in story.networks ? stage.token(holder) : stage.wallet(holder),
    }),
  realize: ({ session, stage }, { who, amount, evidence, overDays = 0 }) =>
    realize(session, {
      from: stage.wallet(who),
      token: stage.token(who),
      amount: currencyOf(session, amount),
      duration: BigInt(overDays) * SECONDS_PER_DAY,
      evidence,
    }),
  dispute: ({ session, stage }, { who, token, realization, uri }) =>
    dispute(session, {
      from: stage.wallet(who),
      token: stage.token(token),
      realizationId: BigInt(realization),
      uri,
    }),
  give: ({ session, stage }, { who, token, amount, note }) =>
    distribute(session, {
      from: stage.wallet(who),
      token: stage.token(token),
      amount: currencyOf(session, amount),
      note,
    }),
  pass: ({ session, stage }, { who, token, to, shares }) =>
    transfer(session, {
      from: stage.wallet(who),
      token: stage.token(token),
      to: stage.wallet(to),
      amount: parseEther(shares),
    }),
  harvest: ({ session, stage }, { who, holder, source }) =>
    harvest(session, { from: stage.wallet(who), holder: stage.token(holder), source: stage.token(source) }),
  settle: ({ session, stage }, { who, hops, claims }) =>
    settle(session, {
      from: stage.wallet(who),
      hops: hops.map(({ holder, source, turns = 1 }) => {
        return { holder: stage.token(holder), source: stage.token(source), repeats: BigInt(turns) };
      }),
      claims: claims.map((key) => stage.token(key)),
    }),
};

/** Plays one step of a story. Throws what the chain answers when it refuses. */
export async function playStep(scene: Scene, act: Act): Promise<void> {
  const play = PLAYERS[act.act] as (scene: Scene, act: Act) => Promise<unknown>;
  await play(scene, act);
}

async function playLaunch({ session, story, stage }: Scene, { who }: ActNamed<"launch">): Promise<void> {
  const token = story.people[who]?.token;
  if (token === undefined) throw new StoryError(`"${who}" has no token to launch.`);
  const { name, symbol, open } = token;
  const contractURI = metadataUri({ kind: "person", ...token });
  stage.setToken(
    who,
    await launch(session, { from: stage.wallet(who), name, symbol, shares: SHARES, contractURI, open }),
  );
}

async function playForm({ session, story, stage }: Scene, { network: key }: ActNamed<"form">): Promise<void> {
  const network = networkOf(story, key);
  const { name, symbol } = network;
  const { timestamp } = await session.client.getBlock();
  const founders = network.founders.map((founder) => ({
    account: stage.wallet(founder.who),
    member: stage.token(founder.member),
    stake: parseEther(founder.stake),
    rate: parseEther(founder.rate),
  }));
  const formed = await form(session, {
    from: stage.wallet(network.creator),
    name,
    symbol,
    contractURI: metadataUri({ kind: "network", ...network }),
    founders,
    foundingEnds: timestamp + BigInt(network.foundingDays) * SECONDS_PER_DAY,
    ...(network.votingDays !== undefined && {
      settings: { votingPeriod: network.votingDays * session.deployment.secondsPerDay },
    }),
  });
  stage.setToken(key, formed.network);
  stage.setGovernor(key, formed.governor);
}

/** The founder stakes under the founder's own terms, which are numbered in the founders' order. */
async function playStake({ session, story, stage }: Scene, { who, network: key }: ActNamed<"stake">): Promise<void> {
  const { founders } = networkOf(story, key);
  const index = founders.findIndex((founder) => founder.who === who);
  const founder = founders[index];
  if (founder === undefined) throw new StoryError(`"${who}" is no founder of "${key}".`);
  await stake(session, {
    from: stage.wallet(who),
    network: stage.token(key),
    termsId: BigInt(index),
    to: founder.to === "treasury" ? stage.token(who) : stage.wallet(who),
  });
}

/** Whole units of the currency, decimal, in its wei. */
function currencyOf({ deployment }: Session, amount: string): bigint {
  return parseUnits(amount, deployment.currencyDecimals);
}

function networkOf(story: Story, key: string): CastNetwork {
  const network = story.networks[key];
  if (network === undefined) throw new StoryError(`No network of the story is called "${key}".`);
  return network;
}
