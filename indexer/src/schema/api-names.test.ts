import { expect, it } from "vitest";
import { rootFieldNames } from "./api-names.ts";

const NAMES = `Token token tokens
Currency currency currencies
Address address addresses
Factory factory factories
Box box boxes
Tx tx txes
Index index indexes
Analysis analysis analyses
Status status statuses
Proxy proxy proxies
Information information informations
LPToken lptoken lptokens
USDPrice usdprice usdprices
Token_Day tokenDay tokenDays
ENS ens enss
Fish fish fishes
Hero hero heros
Life life lifes
Matrix matrix matrixes
Axis axis axis_collection
Chassis chassis chasses
Transactions transactions transactions_collection
TokenDayData tokenDayData tokenDayDatas
Stats stats stats_collection
TickStats tickStats tickStats_collection
Metadata metadata metadata_collection
Series series series_collection
Users users users_collection
Media media medias
Person person persons
Child child childs
Leaf leaf leaves
TransferBatch transferBatch transferBatches
NFT nft nfts
TokenID tokenID tokenIDs
V3Pool v3Pool v3Pools
News news news_collection
Sheep sheep sheeps
Potato potato potatoes
Mouse mouse mouses
Quiz quiz quizs
Bus bus buses
ABCDef abcdef abcdefs
Equipment equipment equipments
T0x t0X t0Xes`;

it.each(NAMES.split("\n").map((line) => line.split(" ")))("%s is %s and %s", (type, singular, plural) => {
  expect(rootFieldNames(type ?? "")).toEqual({ singular, plural });
});
