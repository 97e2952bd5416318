import type { SchemaModel } from "../schema/model.ts";
import type { QueryableStore } from "../store/open-store.ts";
import { changesAt, openTestStore, type PlainEntity, setEntity, testBlock } from "../store/store.fixture.ts";
import type { EntityChange, StoredBlock } from "../store/store.ts";

/** Ids of songs are text in one run of the conformance cases and bytes in the other. */
export type SongIds = "String" | "Bytes";

const BIRTH = "1710837304040956";

function schemaSource(ids: SongIds): string {
  return `
interface Author { id: ID!, name: String!, reviews: [Review!]! @derivedFrom(field: "author") }
interface Review { id: ID!, body: String!, author: Author! }
interface Media { id: ID!, title: String!, song: Song! @derivedFrom(field: "media"), author: User! }
interface Release { id: ID!, title: String!, songs: [Song!]! }
type Musician @entity {
  id: ID!, name: String!, mainBand: Band, bands: [Band!]!, writtenSongs: [Song!]! @derivedFrom(field: "writtenBy")
  favoriteCount: Int8!, birthDate: Timestamp!
}
type Band @entity {
  id: ID!, name: String!, members: [Musician!]! @derivedFrom(field: "bands")
  reviews: [BandReview!]! @derivedFrom(field: "band"), originalSongs: [Song!]!
}
type Song @entity {
  id: ${ids}!, sid: String!, title: String!, writtenBy: Musician!, publisher: Publisher!
  band: Band @derivedFrom(field: "originalSongs"), reviews: [SongReview!]! @derivedFrom(field: "song")
  media: [Media!]!, release: Release! @derivedFrom(field: "songs"), stats: SongStat @derivedFrom(field: "id")
}
type SongStat @entity { id: ${ids}!, song: Song @derivedFrom(field: "id"), played: Int! }
type Publisher @entity { id: Bytes! }
type BandReview implements Review @entity { id: ID!, body: String!, band: Band!, author: Author! }
type SongReview implements Review @entity { id: ID!, body: String!, song: Song!, author: Author! }
type User implements Author @entity {
  id: ID!, name: String!, reviews: [Review!]! @derivedFrom(field: "author")
  bandReviews: [BandReview!]! @derivedFrom(field: "author"), songReviews: [SongReview!]! @derivedFrom(field: "author")
  latestReview: Review!
}
type AnonymousUser implements Author @entity { id: ID!, name: String!, reviews: [Review!]! @derivedFrom(field: "author") }
type Photo implements Media @entity { id: ID!, title: String!, song: Song! @derivedFrom(field: "media"), author: User! }
type Video implements Media @entity { id: ID!, title: String!, song: Song! @derivedFrom(field: "media"), author: User! }
type Single implements Release @entity { id: ID!, title: String!, songs: [Song!]! }
type Album implements Release @entity { id: ID!, title: String!, songs: [Song!]! }
type Plays @entity(timeseries: true) { id: Int8!, timestamp: Timestamp!, song: Song!, user: User! }
type SongPlays @aggregation(intervals: ["hour"], source: "Plays") {
  id: Int8!, timestamp: Timestamp!, song: Song!, played: Int! @aggregate(fn: "count")
}
type UserPlays @aggregation(intervals: ["hour"], source: "Plays") {
  id: Int8!, timestamp: Timestamp!, user: User!, played: Int! @aggregate(fn: "count")
}
type _Schema_ @fulltext(
  name: "bandReviewSearch", language: en, algorithm: proximityRank
  include: [{ entity: "BandReview", fields: [{ name: "body" }] }]
)
`;
}

/** Blocks of the music store: the third comes more than an hour after the first. */
export function musicBlock(number: number): StoredBlock {
  return { ...testBlock(number), timestamp: testBlock(number).timestamp + (number < 2 ? 0 : 3_700) };
}

/** The id of song number `n`: ids of both kinds sort alike. */
export function songId(ids: SongIds, n: number): string {
  return ids === "String" ? `s${n}` : `0xf${n}`;
}

/** The musicians, bands, songs and reviews that graph-node's query tests use, in blocks 0, 1 and 2. */
export async function openMusicStore(
  ids: SongIds,
  on: "PGlite" | "server" = "PGlite",
): Promise<{ model: SchemaModel; store: QueryableStore }> {
  const { model, store } = await openTestStore(schemaSource(ids), on);
  const set = (type: string, plain: PlainEntity): EntityChange => setEntity(model, type, plain);
  const head = musicBlock(2);
  await store.commit(
    [
      changesAt(musicBlock(0), [
        ...peopleAtStart(set),
        ...songs(set, ids),
        ...reviews(set, ids),
        ...mediaAndReleases(set, ids),
        ...plays(set, ids),
      ]),
      changesAt(musicBlock(1), peopleLater(set)),
    ],
    head,
  );
  return { model, store };
}

type Setter = (type: string, plain: PlainEntity) => EntityChange;

function musician(
  set: Setter,
  id: string,
  name: string,
  mainBand: string | null,
  bands: string[],
  favoriteCount: number,
): EntityChange {
  return set("Musician", { id, name, mainBand, bands, favoriteCount, birthDate: BIRTH });
}

function peopleAtStart(set: Setter): EntityChange[] {
  return [
    musician(set, "m1", "John", "b1", ["b1", "b2"], 10),
    musician(set, "m2", "Lisa", "b1", ["b1"], 100),
    set("User", { id: "u1", name: "Baden", latestReview: "r3" }),
    set("User", { id: "u2", name: "Goodwill", latestReview: "r2" }),
    set("AnonymousUser", { id: "u3", name: "Anonymous 3" }),
  ];
}

function peopleLater(set: Setter): EntityChange[] {
  return [
    musician(set, "m3", "Tom", "b2", ["b1", "b2"], 5),
    musician(set, "m4", "Valerie", null, [], 20),
    musician(set, "m5", "Paul", "b2", ["b2"], 2),
  ];
}

function songs(set: Setter, ids: SongIds): EntityChange[] {
  const s = (n: number): string => songId(ids, n);
  const song = (n: number, title: string, writtenBy: string, media: string[]): EntityChange =>
    set("Song", { id: s(n), sid: `s${n}`, title, writtenBy, publisher: "0xb1", media });
  return [
    set("Publisher", { id: "0xb1" }),
    set("Band", { id: "b1", name: "The Musicians", originalSongs: [s(1), s(2)] }),
    set("Band", { id: "b2", name: "The Amateurs", originalSongs: [s(1), s(3), s(4)] }),
    song(1, "Cheesy Tune", "m1", ["md1", "md2"]),
    song(2, "Rock Tune", "m2", ["md3", "md4"]),
    song(3, "Pop Tune", "m1", ["md5"]),
    song(4, "Folk Tune", "m3", ["md6"]),
    set("SongStat", { id: s(1), played: 10 }),
    set("SongStat", { id: s(2), played: 15 }),
  ];
}

function reviews(set: Setter, ids: SongIds): EntityChange[] {
  const s = (n: number): string => songId(ids, n);
  return [
    set("BandReview", { id: "r1", body: "Bad musicians", band: "b1", author: "u1" }),
    set("BandReview", { id: "r2", body: "Good amateurs", band: "b2", author: "u2" }),
    set("BandReview", { id: "r5", body: "Very Bad musicians", band: "b1", author: "u3" }),
    set("SongReview", { id: "r3", body: "Bad", song: s(2), author: "u1" }),
    set("SongReview", { id: "r4", body: "Good", song: s(3), author: "u2" }),
    set("SongReview", { id: "r6", body: "Very Bad", song: s(2), author: "u3" }),
  ];
}

function mediaAndReleases(set: Setter, ids: SongIds): EntityChange[] {
  const s = (n: number): string => songId(ids, n);
  const photo = (id: string, title: string): EntityChange =>
    set("Photo", { id, title: `${title} Single Cover`, author: "u1" });
  const video = (id: string, title: string): EntityChange =>
    set("Video", { id, title: `${title} Music Video`, author: "u2" });
  return [
    photo("md1", "Cheesy Tune"),
    video("md2", "Cheesy Tune"),
    photo("md3", "Rock Tune"),
    video("md4", "Rock Tune"),
    photo("md5", "Pop Tune"),
    video("md6", "Folk Tune"),
    set("Album", { id: "rl1", title: "Pop and Folk", songs: [s(3), s(4)] }),
    set("Single", { id: "rl2", title: "Rock", songs: [s(2)] }),
    set("Single", { id: "rl3", title: "Cheesy", songs: [s(1)] }),
    set("Single", { id: "rl4", title: "Silence", songs: [] }),
  ];
}

function plays(set: Setter, ids: SongIds): EntityChange[] {
  const timestamp = String(musicBlock(0).timestamp * 1_000_000);
  const play = (id: number, song: number, user: string): EntityChange =>
    set("Plays", { id: String(id), timestamp, song: songId(ids, song), user });
  return [play(1, 1, "u1"), play(2, 1, "u2"), play(3, 2, "u1"), play(4, 1, "u1"), play(5, 1, "u1")];
}
