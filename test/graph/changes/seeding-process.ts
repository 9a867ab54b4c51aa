/**
 * A process that seeds the dataset of its second argument into the store of its first (settings as JSON), saying `writing` on its output
 * once rows are being written. Made to be killed.
 */
import { readDataset } from "#graph/dataset/read.ts";
import { openStore } from "#graph/store/open-store.ts";
import { sow } from "./some-store.ts";

const [settings = "", folder = ""] = process.argv.slice(2);
const { dataset } = await readDataset(folder);
const store = await openStore(JSON.parse(settings));
await store.prepare();
const underWay = setInterval(() => process.stdout.write("writing\n"), 20);
await sow(store, dataset);
clearInterval(underWay);
process.stdout.write("done\n");
await store.close();
