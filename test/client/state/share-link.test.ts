import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { asLinked, decodePicture, encodePicture, hashOf, LinkBroken, linkedIn, linkLimit } from "#client/state/share-link.ts";
import type { SavedPicture } from "#graph/model/view.ts";
import { somePicture } from "./some-picture.ts";

const pictureOf = (count: number): SavedPicture => ({
  exploration: {
    version: 1,
    shown: Array.from({ length: count }, (_, at) => `co-${((at + 7) * 2654435761).toString(36).slice(0, 9)}-${at.toString(36)}`),
    positions: Array.from({ length: 2 * count }, (_, at) => 4000 * Math.sin(at * 12.9898)),
    hiddenKinds: [],
    hiddenTypes: [],
    status: "all",
    minConfidence: 0,
    selection: [],
    edge: null,
    highlight: null,
    layout: "force",
    pinned: [],
    groups: [],
    style: { size: "degree", colour: "kind", thickness: "even" },
    clocks: { heldAt: null, saidBy: null },
    trust: { documents: null, reliability: null },
  },
  guides: [],
  camera: { x: 0, y: 0, ratio: 1, width: 1200, height: 800 },
});

const reasonOf = (text: string): string => {
  try {
    decodePicture(text);
  } catch (error) {
    if (error instanceof LinkBroken) return error.reason;
    throw error;
  }
  return "opened";
};

describe("a link that holds a picture", () => {
  it("gives back what was put in, lengths to a tenth of a unit", () => {
    fc.assert(
      fc.property(somePicture, (picture) => {
        expect(decodePicture(encodePicture(picture))).toEqual(asLinked(picture));
      }),
      { numRuns: 60 },
    );
  });

  it("moves nothing by more than a twentieth of a unit, and nothing a second time", () => {
    fc.assert(
      fc.property(somePicture, (picture) => {
        const once = asLinked(picture);
        for (const [at, value] of picture.exploration.positions.entries()) {
          const after = once.exploration.positions[at] ?? null;
          if (value === null) expect(after).toBeNull();
          else expect(Math.abs(value - (after as number))).toBeLessThanOrEqual(0.05 + 1e-9);
        }
        expect(asLinked(once)).toEqual(once);
      }),
    );
  });

  it("needs no character that an address would encode, and holds 500 entities in less than 12,000", () => {
    const text = encodePicture(pictureOf(linkLimit));
    expect(text).toMatch(/^[\w.-]+$/);
    expect(text.length).toBeLessThan(12_000);
    expect(decodePicture(text).exploration.shown).toHaveLength(linkLimit);
  });

  it("is found in the address of the page", () => {
    const picture = encodePicture(pictureOf(3));
    expect(linkedIn(hashOf({ picture }))).toEqual({ picture });
    expect(linkedIn(hashOf({ view: "view-1" }))).toEqual({ view: "view-1" });
    for (const hash of ["", "#/", "#/explore", "#/explore/co-x", "#/documents?view=x", "#/explore?"]) expect(linkedIn(hash)).toBeNull();
  });

  it("says that it is broken, whatever stands there", () => {
    const framed = fc.stringMatching(/^1\.[0-9a-z]{1,7}\.[\w-]{0,400}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), framed), (text) => {
        expect(["damaged", "newer"]).toContain(reasonOf(text));
      }),
    );
  });

  it("says so when a character was lost or changed on the way", () => {
    const text = encodePicture(pictureOf(20));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom("", "A", "z", "_"), (at, other) => {
        const changed = text.slice(0, at) + other + text.slice(at + 1);
        if (changed !== text) expect(reasonOf(changed)).not.toBe("opened");
      }),
    );
    expect(reasonOf(text.slice(0, text.length / 2))).toBe("damaged");
  });

  it("of a newer form says that, and not that it is broken", () => expect(reasonOf("2.abc.def")).toBe("newer"));

  it("is refused when it unpacks to more than any picture, or holds more than fits a link", () => {
    const resealed = (bytes: Uint8Array) => {
      let hash = 0x811c9dc5;
      for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
      const text = btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
      return `1.${(hash >>> 0).toString(36)}.${text}`;
    };
    const bomb = deflateSync(strToU8(`"${"a".repeat(3_000_000)}"`), { level: 9 });
    expect(reasonOf(resealed(bomb))).toBe("damaged");
    expect(reasonOf(encodePicture(pictureOf(linkLimit + 1)))).toBe("damaged");
    expect(reasonOf(resealed(deflateSync(strToU8('{"exploration":{"__proto__":{}}}'))))).toBe("damaged");
  });
});
