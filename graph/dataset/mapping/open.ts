import { fault } from "#graph/model/dataset-fault.ts";
import { type ProblemList, wholeFile } from "../problem.ts";
import type { OpenTables } from "../rows.ts";
import { type SourceFile, sha256Of } from "../source-file.ts";
import { Drawing } from "./draw.ts";
import { readForeignTable } from "./foreign-rows.ts";
import { readMapping } from "./read-mapping.ts";
import type { MappedValue, Mapping } from "./schema.ts";
import { columnsOf, foldedHeading, templateOf } from "./template.ts";

export const isMappingName = (name: string): boolean => /\.mapping\.json$/i.test(name);
/** The mapping that lies beside a file: `ledger.xlsx` → `ledger.mapping.json`. */
export const mappingNameOf = (name: string): string => name.replace(/\.[^.]+$/, ".mapping.json");

/** Every column that a mapping names. */
function namedColumns({ table, entities, relations, metrics }: Mapping): string[] {
  const values: (MappedValue | undefined)[] = [
    ...Object.values(entities).flatMap((it) => [
      it.name,
      it.id,
      it.key,
      it.nameEn,
      it.shortName,
      it.subkind,
      ...(it.aliases ?? []),
      ...Object.values(it.attributes ?? {}),
    ]),
    ...relations.flatMap((it) => [it.validFrom, it.validTo, it.basis, ...Object.values(it.properties ?? {})]),
    ...metrics.flatMap((it) => [it.name, it.value, it.period, it.modality, it.basis]),
  ];
  const columns = values.flatMap((it) => (it === undefined ? [] : columnsOf(templateOf(it))));
  return [...new Set([...columns, ...[...table.fillDown, ...table.skip.map((it) => it.column)].map(foldedHeading)])];
}

/** Opens a foreign table through a mapping file. Null when either cannot be used; the reasons are in `problems`. */
export async function openMapped(file: SourceFile, mappingFile: SourceFile, problems: ProblemList): Promise<OpenTables | null> {
  const mapping = readMapping({ name: mappingFile.name, bytes: await mappingFile.bytes() }, problems);
  if (mapping === null) return null;
  if (!/\.(?:csv|xlsx)$/i.test(file.name)) {
    problems.add(wholeFile(file.name, fault("mapping_reads", {})));
    return null;
  }
  const table = await readForeignTable(file, mapping, problems);
  if (table === null) return null;
  const missing = namedColumns(mapping).filter((column) => table.columnOf(column) === undefined);
  for (const column of missing) {
    const has = table.headings.filter((it) => it !== "").join(", ") || "none";
    const row = mapping.table.heading;
    problems.add({ file: table.file, row, column: 1, fault: fault("mapped_column_missing", { column, row, has }) });
  }
  if (missing.length > 0) return null;
  const open = new Drawing(mapping, table, problems).draw(file.name);
  return { ...open, sources: [...open.sources, { name: mappingFile.name, sha256: await sha256Of(mappingFile) }] };
}
