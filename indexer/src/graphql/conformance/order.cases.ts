import { type Case, ids, names } from "./case.ts";

/** Ascending and descending by a field of a child of each kind: the one is the other's reverse but for nulls. */
function childOrders(): Case[] {
  const both = (field: string, by: string, show: string, ascending: readonly string[]): Case => {
    const rows = ascending.map((value) => ({ [show]: value }));
    return {
      name: `orders ${field} by ${by}`,
      query: `{
        asc: ${field}(orderBy: ${by}, orderDirection: asc) { ${show} }
        desc: ${field}(orderBy: ${by}, orderDirection: desc) { ${show} }
      }`,
      data: { asc: rows, desc: rows.toReversed() },
    };
  };
  return [
    both("bandReviews", "author__id", "body", ["Bad musicians", "Good amateurs", "Very Bad musicians"]),
    both("songReviews", "author__name", "body", ["Very Bad", "Bad", "Good"]),
    both("medias", "author__name", "id", ["md1", "md3", "md5", "md2", "md4", "md6"]),
    both("medias", "song__title", "id", ["md1", "md2", "md6", "md5", "md3", "md4"]),
    both("songs", "release__title", "sid", ["s1", "s3", "s4", "s2"]),
    {
      name: "orders by the entity whose id is the same",
      query: `{
        asc: songStats(orderBy: song__title) { played }
        desc: songStats(orderBy: song__id, orderDirection: desc) { song { sid } }
      }`,
      data: { asc: [{ played: 10 }, { played: 15 }], desc: [{ song: { sid: "s2" } }, { song: { sid: "s1" } }] },
    },
  ];
}

/** How answers are sorted and paged. */
export function orderingCases(): Case[] {
  return [
    {
      name: "orders by id by default",
      query: "{ musicians { id } }",
      data: { musicians: ids("m1", "m2", "m3", "m4", "m5") },
    },
    {
      name: "51 orders by a child's field, ascending, nulls last",
      query: "{ musicians(orderBy: mainBand__name, orderDirection: asc) { name } }",
      data: { musicians: names("Tom", "Paul", "John", "Lisa", "Valerie") },
    },
    {
      name: "51 orders by a child's field, descending, nulls first, ids descending too",
      query: "{ musicians(orderBy: mainBand__name, orderDirection: desc) { name } }",
      data: { musicians: names("Valerie", "Lisa", "John", "Paul", "Tom") },
    },
    {
      name: "ignores orderDirection without orderBy",
      query: "{ musicians(orderDirection: desc, first: 2) { id } }",
      data: { musicians: ids("m1", "m2") },
    },
    {
      name: "orders numbers as numbers",
      query: "{ musicians(orderBy: favoriteCount, orderDirection: desc) { favoriteCount } }",
      data: { musicians: ["100", "20", "10", "5", "2"].map((favoriteCount) => ({ favoriteCount })) },
    },
    {
      name: "takes a direction from a variable's default",
      query: "query($d: OrderDirection = desc) { bands(orderBy: name, orderDirection: $d) { id } }",
      data: { bands: ids("b1", "b2") },
    },
    {
      name: "takes an explicit null direction as ascending",
      query: "query($d: OrderDirection = desc) { bands(orderBy: id, orderDirection: $d) { id } }",
      variables: { d: null },
      data: { bands: ids("b1", "b2") },
    },
    {
      name: "defaults a direction variable",
      query: "query($d: OrderDirection = desc) { bands(orderBy: id, orderDirection: $d) { id } }",
      data: { bands: ids("b2", "b1") },
    },
    {
      name: "skips and limits",
      query: "{ musicians(first: 2, skip: 1) { id } }",
      data: { musicians: ids("m2", "m3") },
    },
    {
      name: "pages each parent's children for itself",
      query: "{ bands { id members(first: 1, orderBy: name, orderDirection: desc) { name } } }",
      data: {
        bands: [
          { id: "b1", members: names("Tom") },
          { id: "b2", members: names("Tom") },
        ],
      },
    },
    {
      name: "orders by a derived child's field",
      query: "{ reviews(orderBy: author__name) { id } }",
      data: { reviews: ids("r5", "r6", "r1", "r3", "r2", "r4") },
    },
    ...childOrders(),
    {
      name: "refuses to order by a list",
      query: "{ musicians(orderBy: bands) { id } }",
      error: "Ordering by `bands` is not supported for type `Musician`",
    },
    {
      name: "refuses to order by a reference",
      query: "{ musicians(orderBy: mainBand) { id } }",
      error: "Ordering by `mainBand` is not supported for type `Musician`",
    },
    {
      name: "refuses to order by what is no field",
      query: "{ musicians(orderBy: shoeSize) { id } }",
      error: 'Invalid value provided for argument `orderBy`: Enum("shoeSize")',
    },
  ];
}
