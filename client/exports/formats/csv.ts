import { strToU8, zipSync } from "fflate";
import { unparse } from "papaparse";
import type { Export } from "../export.ts";
import { holdingBy } from "../holding.ts";

/** With a mark at the front: spreadsheets take a file without one for the local encoding. */
const table = (rows: readonly object[], columns: readonly string[]): Uint8Array =>
  strToU8(`\uFEFF${unparse(rows as object[], { columns: [...columns], header: true, escapeFormulae: true })}\r\n`);

const columns = {
  nodes: ["id", "kind", "name", "nameEn", "degree", "x", "y"],
  edges: ["id", "subject", "predicate", "object", "status", "confidence", "validFrom", "validTo"],
  evidence: ["statement", "document", "title", "start", "end", "row", "note"],
  notes: ["about", "text", "author", "at"],
};

export const csv: Export = {
  id: "csv",
  label: "CSV",
  what: { zh: "节点、边、证据、笔记四张表", en: "Tables of nodes, edges, evidence and notes" },
  extension: "zip",
  make: async ({ seen, statements }) => {
    const told = await statements();
    const holds = holdingBy(told);
    const edges = seen.edges.map(({ type, source, target, ...rest }) => ({
      ...rest,
      subject: source,
      predicate: type,
      object: target,
      ...holds(rest.id),
    }));
    const files = {
      "nodes.csv": table(seen.nodes, columns.nodes),
      "edges.csv": table(edges, columns.edges),
      "evidence.csv": table(
        told.flatMap(({ evidence }) => evidence),
        columns.evidence,
      ),
      "notes.csv": table(
        seen.notes.map(({ aboutNow, ...note }) => ({ ...note, about: aboutNow })),
        columns.notes,
      ),
    };
    return new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: "application/zip" });
  },
};
