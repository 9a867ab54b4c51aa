/**
 * A process that puts a backup (second argument, as JSON) back into the store of its first (settings as JSON), saying `writing` on its
 * output before it begins. Made to be killed.
 */
import type { Backup } from "#graph/changes/backup/backups.ts";
import { restoreDump } from "#graph/changes/backup/restore-dump.ts";
import { openStore, replaceEmbeddedStore } from "#graph/store/open-store.ts";

const [settings = "", chosen = ""] = process.argv.slice(2);
const { form, path } = JSON.parse(chosen) as Backup;
process.stdout.write("writing\n");
if (form === "files") await replaceEmbeddedStore(JSON.parse(settings), path);
else {
  const store = await openStore(JSON.parse(settings));
  await restoreDump({ store, file: path });
  await store.close();
}
process.stdout.write("done\n");
