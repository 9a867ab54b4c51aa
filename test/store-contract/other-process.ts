/**
 * A process that opens the store of its first argument, a StorePlace as JSON, and says on its output, one JSON a line, what happened.
 * `write` goes on writing pairs of nodes and acknowledges each; `open` only opens.
 */
import { openEmbeddedStore } from "#graph/store/embedded/embedded-store.ts";
import { openNeo4jStore } from "#graph/store/neo4j/neo4j-store.ts";
import type { StorePlace } from "./contract.ts";

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const [place = "", task] = process.argv.slice(2);

try {
  const store = await open(JSON.parse(place));
  for (let n = 1; task === "write"; n++) {
    await store.write(async (transaction) => {
      await transaction.run({ text: "CREATE (:Pair {n: $n})", parameters: { n } });
      await transaction.run({ text: "CREATE (:Pair {n: $n})", parameters: { n } });
    });
    say({ acknowledged: n });
  }
  await store.close();
  say({ opened: true });
} catch (error) {
  const { name, message, holder } = error as { name: string; message: string; holder?: unknown };
  say({ name, message, holder });
}

function open(where: StorePlace) {
  return where.engine === "embedded" ? openEmbeddedStore({ folder: where.folder }) : openNeo4jStore(where);
}
