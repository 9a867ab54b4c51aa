import type { Dataset } from "#graph/model/dataset.ts";
import { callServer, serverGone } from "./call-server.ts";
import type { Door } from "./door.ts";
import { datasetEnd, datasetOfLines } from "./lines.ts";

/** All that a store asserts, through the server that holds it. Throws ServerRefused and StoreUnavailable. */
export async function servedDataset(door: Door): Promise<Dataset> {
  const { sending, lines } = callServer<unknown>(door, "GET", "/dataset");
  sending.end();
  let isWhole = false;
  const dataset = await datasetOfLines(
    (async function* () {
      for await (const line of lines) {
        isWhole = line === datasetEnd;
        yield line;
      }
    })(),
  );
  if (!isWhole) throw serverGone();
  return dataset;
}
