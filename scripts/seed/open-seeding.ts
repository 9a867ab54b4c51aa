import { StoreLocked } from "#graph/store/store.ts";
import type { Config } from "#server/config.ts";
import { findDoor } from "#server/local/door.ts";
import { remoteSeeding } from "#server/local/remote-seeding.ts";
import { type Seeding, seedingOf } from "#server/local/seeding.ts";
import { openConfiguredStore } from "../command/open.ts";

/** The store of the settings: opened here, or through the server that holds it. Throws StoreLocked when another command does. */
export async function openSeeding(settings: Pick<Config, "dataDir" | "neo4j">): Promise<Seeding> {
  try {
    return seedingOf(await openConfiguredStore(settings, { check: true }));
  } catch (error) {
    const door = error instanceof StoreLocked ? await findDoor(settings.dataDir) : null;
    if (door === null) throw error;
    return remoteSeeding(door);
  }
}
