import neo4j, { type BookmarkManager, type Driver, type Session } from "neo4j-driver";

/** Which database of the server, and the bookmarks by which a read sees the writes before it, on whatever member of a cluster it runs. */
export interface Database {
  readonly database?: string;
  readonly bookmarkManager: BookmarkManager;
}

/** Bigger batches are faster; at most one batch is computed for nothing when a result is cut off. */
const mostRowsAtOnce = 5_000;
const patienceForCloseMs = 1_000;

export const readSession = (driver: Driver, database: Database, rows: number): Session =>
  driver.session({ ...database, defaultAccessMode: neo4j.session.READ, fetchSize: Math.min(rows + 1, mostRowsAtOnce) });

export const writeSession = (driver: Driver, database: Database): Session =>
  driver.session({ ...database, defaultAccessMode: neo4j.session.WRITE, fetchSize: mostRowsAtOnce });

/** Closes a session, ending in the server what still runs in it; does not wait long for a server that is gone. */
export async function closeSoon(session: Session): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    patience = setTimeout(resolve, patienceForCloseMs);
  });
  await Promise.race([session.close().catch(() => {}), enough]);
  clearTimeout(patience);
}
