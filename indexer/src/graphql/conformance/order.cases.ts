import { type Case, ids, names } from "./case.ts";

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
