import type { Known } from "#graph/dataset/known.ts";
import type { DatasetSource } from "#graph/dataset/source.ts";
import type { Change, Revision } from "#graph/model/change-set.ts";
import { callServer, serverGone } from "./call-server.ts";
import type { Door } from "./door.ts";
import { writeLines, writeSource } from "./lines.ts";
import type { SeedHead } from "./routes.ts";
import type { Compared, Seeding } from "./seeding.ts";

type Line = Change | { progress: { done: number; total: number } } | { compared: Compared } | { revision: Revision | null };

/** Seeding of a store that a running server holds, through that server. */
export function remoteSeeding(door: Door): Seeding {
  const seed = async (head: SeedHead, source: DatasetSource, onLine: (line: Line) => void): Promise<void> => {
    const { sending, lines } = callServer<Line>(door, "POST", "/seed");
    const sent = writeLines(sending, [head])
      .then(() => writeSource(sending, source))
      .then(() => sending.end());
    // A server that goes away is noticed at the answer.
    sent.catch(() => undefined);
    for await (const line of lines) onLine(line);
  };
  return {
    async known() {
      const { sending, lines } = callServer<{ entities: [string, never][]; documents: [string, never][] }>(door, "GET", "/known");
      sending.end();
      for await (const { entities, documents } of lines)
        return { entities: new Map(entities), documents: new Map(documents) } satisfies Known;
      throw serverGone();
    },
    beginLedger: () => undefined,
    async compare({ source, name, isShown, sample }) {
      const changes: Change[] = [];
      let compared: Compared | null = null;
      await seed({ name, message: "", sources: [], agreed: null, isShown, sample }, source, (line) => {
        if ("compared" in line) compared = line.compared;
        else changes.push(line as Change);
      });
      if (compared === null) throw serverGone();
      const { changeSet, ...rest } = compared as Compared;
      return { ...rest, changeSet: { ...changeSet, changes } };
    },
    async apply({ changeSet, source, name, message, sources, onProgress }) {
      let ended: { revision: Revision | null } | null = null;
      await seed({ name, message, sources, agreed: changeSet.id, isShown: false, sample: null }, source, (line) => {
        if ("progress" in line) onProgress(line.progress);
        else if ("revision" in line) ended = line;
      });
      if (ended === null) throw serverGone();
      return (ended as { revision: Revision | null }).revision;
    },
    close: async () => undefined,
  };
}
