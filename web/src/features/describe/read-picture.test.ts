import { describe, expect, it } from "vitest";
import { readPicture, type Shrink } from "./read-picture.ts";

const picture = (bytes: number, type = "image/png") => new Blob([new Uint8Array(bytes)], { type });
/** As many bytes as the picture is pixels wide, times ten. */
const toTen: Shrink = async (_, side) => picture(side * 10, "image/webp");
const never: Shrink = async () => expect.fail("nothing was to be made smaller");

describe("readPicture", () => {
  it("takes a small picture as it is", async () => {
    expect(await readPicture(picture(3), 4_000, never)).toEqual({
      ok: true,
      image: "data:image/png;base64,AAAA",
      shrunkTo: undefined,
    });
  });

  it("makes a large one as small as it must be, and no smaller", async () => {
    const read = await readPicture(picture(50_000), 1_400, toTen);
    expect(read.ok && read.shrunkTo).toBe(96);
    expect(read.ok && read.image.length).toBe("data:image/webp;base64,".length + 1_280);
  });

  it("says how much room is left when nothing fits", async () => {
    expect(await readPicture(picture(50_000), 500, toTen)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/0\.5 kB are left/),
    });
    expect(await readPicture(picture(50_000), -3, toTen)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/no room is left/),
    });
  });

  it("refuses what is no picture, or can’t be read as one", async () => {
    expect(await readPicture(picture(3, "text/html"), 4_000, never)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/Choose a PNG/),
    });
    expect(await readPicture(picture(30_000_000), 4_000, never)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/30,000 kB/),
    });
    expect(await readPicture(picture(5_000), 4_000, async () => undefined)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/can’t be read/),
    });
  });
});
