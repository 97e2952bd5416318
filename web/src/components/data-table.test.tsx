// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Column, DataTable, sortRows } from "./data-table.tsx";

interface Row {
  readonly name: string;
  readonly wei: bigint;
}

const ROWS: readonly Row[] = [
  { name: "Ben", wei: 10n ** 30n },
  { name: "Ada", wei: 2n },
  { name: "Élif", wei: 10n ** 30n + 1n },
];
const COLUMNS: readonly Column<Row>[] = [
  { key: "name", header: "Name", cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: "wei", header: "Wei", cell: ({ wei }) => String(wei), sortBy: ({ wei }) => wei, numeric: true },
  { key: "note", header: "Note", cell: () => "" },
];

afterEach(cleanup);

const names = (rows: readonly Row[]): string[] => rows.map(({ name }) => name);
const shown = (): (string | null | undefined)[] =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[0]?.textContent);

test("sortRows compares whole numbers that a floating point number can't tell apart", () => {
  expect(names(sortRows(ROWS, COLUMNS, { key: "wei", descending: true }))).toEqual(["Élif", "Ben", "Ada"]);
});

test("sortRows compares names as people do", () => {
  expect(names(sortRows(ROWS, COLUMNS, { key: "name", descending: false }))).toEqual(["Ada", "Ben", "Élif"]);
});

test("sortRows leaves the order alone for a column that has none", () => {
  expect(sortRows(ROWS, COLUMNS, { key: "note", descending: true })).toBe(ROWS);
  expect(sortRows(ROWS, COLUMNS, undefined)).toBe(ROWS);
});

test("a press on a header sorts and says so", () => {
  render(<DataTable caption="Who has what" columns={COLUMNS} rows={ROWS} rowKey={({ name }) => name} />);
  expect(shown()).toEqual(["Ben", "Ada", "Élif"]);
  fireEvent.click(screen.getByRole("button", { name: "Wei" }));
  expect(shown()).toEqual(["Élif", "Ben", "Ada"]);
  expect(screen.getByRole("columnheader", { name: "Wei" }).getAttribute("aria-sort")).toBe("descending");
  fireEvent.click(screen.getByRole("button", { name: "Wei" }));
  expect(shown()).toEqual(["Ada", "Ben", "Élif"]);
  expect(screen.queryByRole("button", { name: "Note" })).toBeNull();
});

test("an empty table says what will be here", () => {
  render(<DataTable caption="Nobody" columns={COLUMNS} rows={[]} rowKey={() => ""} empty={<p>Nobody yet.</p>} />);
  expect(screen.getByText("Nobody yet.")).toBeDefined();
  expect(screen.queryByRole("table")).toBeNull();
});

/** The first cells of all rows; by roles, a long table takes a slow machine seconds. */
const firstCells = () => [...document.querySelectorAll("tbody tr")].map((row) => row.firstChild?.textContent);
const many = Array.from({ length: 75 }, (_, index): Row => ({ name: `Row ${index}`, wei: BigInt(index) }));
const table = { caption: "Many", columns: COLUMNS, rows: many, rowKey: ({ name }: Row) => name };
const press = (text: string) => fireEvent.click(screen.getByText(text));

test("a long table shows its first rows in the order that was asked for, then a page more, then all", () => {
  render(<DataTable {...table} initialSort={{ key: "wei", descending: true }} firstRows={12} rowsName="holders" />);
  expect(firstCells()).toEqual(Array.from({ length: 12 }, (_, index) => `Row ${74 - index}`));
  press("Show 50 more of 63");
  expect(firstCells()).toHaveLength(62);
  press("Show all 75 holders");
  expect(firstCells()).toHaveLength(75);
  expect(screen.queryByText(/^Show/)).toBeNull();
});

test("a long table is whole on paper", () => {
  render(<DataTable {...table} firstRows={50} />);
  expect(firstCells()).toHaveLength(50);
  fireEvent(window, new Event("beforeprint"));
  expect(firstCells()).toHaveLength(75);
});

test("a table that says no limit shows all", () => {
  render(<DataTable {...table} />);
  expect(firstCells()).toHaveLength(75);
});
