import { describe, expect, it } from "vitest";
import { reading, relationsOf } from "./reading.ts";
import { building } from "./wordings/building.ts";
import { ownership } from "./wordings/ownership.ts";
import { places } from "./wordings/places.ts";
import { planning } from "./wordings/planning.ts";
import { production } from "./wordings/production.ts";

const all = Object.entries({ ...building, ...places, ...ownership, ...production, ...planning });

describe.each(all)("wordings of %s", (_relation, wordings) => {
  it.each(wordings)("reads: %s", (text, ...wanted) => {
    const relations = relationsOf(reading(text));
    for (const relation of wanted) expect(relations).toContain(relation);
  });
});
