/** Stages one change after another in the folder given, and says each that was acknowledged. */
import { openEmbeddedStore } from "#graph/store/embedded/embedded-store.ts";

const store = await openEmbeddedStore({ folder: process.argv[2] ?? "" });
for (let round = 1; ; round += 1) {
  await store.stage?.(async (transaction) => {
    await transaction.run({ text: "MATCH (n:Counter) SET n.rounds = n.rounds + 1" });
    await transaction.run({ text: "UNWIND range(1, 2000) AS i CREATE (:Extra {round: $round, i: i})", parameters: { round } });
  });
  process.stdout.write(`${round}\n`);
}
