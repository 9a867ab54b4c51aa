import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workAhead } from "#graph/changes/work-ahead.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("working ahead", () => {
  it("gives every value in its order, whoever is faster", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(2))), fc.integer({ min: 1, max: 5 }), async (pauses, most) => {
        const source = async function* (): AsyncGenerator<number> {
          for (const [number, [given]] of pauses.entries()) {
            for (let at = 0; at < given; at += 1) await turn();
            yield number;
          }
        };
        const got: number[] = [];
        for await (const number of workAhead(source(), { most })) {
          for (let at = 0; at < (pauses[number]?.[1] ?? 0); at += 1) await turn();
          got.push(number);
        }
        expect(got).toEqual(pauses.map((_, number) => number));
      }),
    );
  });

  it("lets so many values wait and no more, and ends the generator when the reader stops", async () => {
    let made = 0;
    let ended = false;
    const source = async function* (): AsyncGenerator<number> {
      try {
        for (;;) yield made++;
      } finally {
        ended = true;
      }
    };
    for await (const first of workAhead(source(), { most: 3 })) {
      expect(first).toBe(0);
      for (let at = 0; at < 20; at += 1) await turn();
      expect(made).toBe(4);
      break;
    }
    expect(ended).toBe(true);
  });

  it("fails as the generator fails, after what it gave before", async () => {
    const source = async function* (): AsyncGenerator<number> {
      yield 1;
      throw new Error("no more");
    };
    const got: number[] = [];
    await expect(
      (async () => {
        for await (const it of workAhead(source(), { most: 3 })) got.push(it);
      })(),
    ).rejects.toThrow("no more");
    expect(got).toEqual([1]);
  });
});
