import { type DatasetFault, fault } from "#graph/model/dataset-fault.ts";
import { metricKey } from "#graph/model/metric.ts";
import { attributeOf, type Statement, statementKey, valueProblem } from "#graph/model/statement.ts";
import type { Status } from "#graph/vocabulary/marks.ts";
import type { PropertyDefinition } from "#graph/vocabulary/properties.ts";
import { relations } from "#graph/vocabulary/relations.ts";
import type { RawRecord } from "../locator.ts";
import type { ProblemList } from "../problem.ts";
import type { OpenTables } from "../rows.ts";
import { parseDate } from "../written/calendar.ts";
import { recordAsWritten } from "../written/record.ts";
import { valueAsWritten } from "../written/statement.ts";
import { Drawn, type Origin } from "./drawn.ts";
import type { ForeignRow, ForeignTable } from "./foreign-rows.ts";
import { mintClaimId, mintEntityId } from "./mint.ts";
import type { MappedEntity, MappedValue, Mapping } from "./schema.ts";
import { columnsOf, filled, looked, templateOf } from "./template.ts";

/** Draws the records of a dataset out of the rows of a foreign table. */
export class Drawing {
  private readonly mapping: Mapping;
  private readonly table: ForeignTable;
  private readonly problems: ProblemList;
  private readonly drawn = {
    entities: new Drawn(),
    aliases: new Drawn(),
    statements: new Drawn(),
    metrics: new Drawn(),
    evidence: new Drawn(),
  };

  constructor(mapping: Mapping, table: ForeignTable, problems: ProblemList) {
    this.mapping = mapping;
    this.table = table;
    this.problems = problems;
  }

  /** What a row says, where the mapping does not say how it is backed. */
  private get status(): Status {
    return this.mapping.document.form === "reference" ? "reference" : "stated";
  }

  private columnOf(value: MappedValue | undefined): number {
    const [first] = value === undefined ? [] : columnsOf(templateOf(value));
    return (first === undefined ? undefined : this.table.columnOf(first)) ?? 1;
  }

  /** Which column stands behind each field of what a rule makes. */
  private originOf(row: number, fields: Readonly<Record<string, MappedValue | undefined>>): Origin {
    return { row, columns: new Map(Object.entries(fields).map(([field, value]) => [field, this.columnOf(value)])) };
  }

  private report(row: number, value: MappedValue | undefined, what: DatasetFault): void {
    this.problems.add({ file: this.table.file, row, column: this.columnOf(value), fault: what });
  }

  /** A value out of a row; empty when the row has none, or one that the map lacks, which is reported. */
  private read(value: MappedValue, { row, cells }: ForeignRow): string {
    const text = looked(value, cells);
    if (text !== null) return text;
    const known = typeof value === "string" ? "" : Object.keys(value.map).join(", ");
    this.report(row, value, fault("unmapped_value", { given: filled(templateOf(value), cells), accepted: known }));
    return "";
  }

  /** The same as its definition takes it, so that 民营 and private are one value. */
  private readAs(definition: PropertyDefinition, value: MappedValue, from: ForeignRow): string {
    const text = this.read(value, from);
    if (text === "" || valueProblem(definition, text) === null) return text;
    return valueAsWritten(definition, text) ?? text;
  }

  private back(claim: RawRecord, row: number): void {
    const { document, table } = this.mapping;
    const place = row - table.heading;
    this.drawn.evidence.offer(`${claim.id}|${place}`, { row, columns: new Map() }, () => ({
      statement: claim.id,
      document: document.id,
      row: place,
    }));
  }

  private state(key: Pick<Statement, "subject" | "predicate" | "properties"> & Partial<Statement>, own: RawRecord, origin: Origin): void {
    const natural = statementKey(key);
    const status = own.status ?? this.status;
    const statement = this.drawn.statements.offer(natural, origin, () => ({
      id: mintClaimId("st", this.mapping.document.id, natural),
      confidence: 1,
      ...key,
      ...own,
      status,
    }));
    this.back(statement, origin.row);
  }

  /** The ids of what a row names in a role; none when its cell is empty. */
  private entitiesOf(entity: MappedEntity, from: ForeignRow): string[] {
    const { kind, name, split, required, key } = entity;
    const text = filled(name, from.cells);
    if (text === "") {
      if (required === true) this.report(from.row, name, fault("required_empty", { columns: columnsOf(name).join(", ") }));
      return [];
    }
    const separators = new Set(split ?? "");
    const names = split === undefined ? [text] : piecesOf(text, separators);
    return names.map((own) => {
      const given = entity.id === undefined ? "" : filled(entity.id, from.cells);
      const id = given !== "" ? given : mintEntityId(kind, key === undefined ? own : filled(key, from.cells) || own);
      const origin = this.originOf(from.row, { id: entity.id ?? name, name, nameEn: entity.nameEn, shortName: entity.shortName });
      const record = this.drawn.entities.offer(id, origin, () => ({ id, kind, name: own, dataset: this.mapping.dataset.id }));
      if (record.name !== own || record.kind !== kind)
        this.report(
          from.row,
          entity.id ?? name,
          fault("two_of_one_id", { id, otherKind: String(record.kind), otherName: String(record.name), kind, name: own }),
        );
      this.describe(entity, record, from);
      return id;
    });
  }

  private describe(entity: MappedEntity, record: RawRecord, from: ForeignRow): void {
    for (const field of ["nameEn", "shortName", "subkind"] as const) {
      const text = entity[field] === undefined ? "" : filled(entity[field], from.cells);
      if (text !== "") record[field] ??= text;
    }
    if (entity.collective === true) record.collective = true;
    const id = record.id as Statement["subject"];
    for (const alias of entity.aliases ?? []) {
      const surface = filled(alias, from.cells);
      const origin = this.originOf(from.row, { surface: alias });
      if (surface !== "" && surface !== record.name)
        this.drawn.aliases.offer(`${id}|${surface}`, origin, () => ({
          entity: id,
          surface,
          scope: "global",
          source: this.mapping.document.id,
        }));
    }
    for (const [predicate, value] of Object.entries(entity.attributes ?? {})) {
      const definition = attributeOf(entity.kind, predicate) as PropertyDefinition;
      const text = this.readAs(definition, value, from);
      const texts = definition.type === "list" ? piecesOf(text, listSeparators) : text === "" ? [] : [text];
      for (const own of texts) this.state({ subject: id, predicate, value: own, properties: {} }, {}, this.originOf(from.row, { value }));
    }
  }

  private relate(relation: Mapping["relations"][number], ids: ReadonlyMap<string, string[]>, from: ForeignRow): void {
    const { predicate, properties: given = {}, status, confidence, basis, validFrom, validTo } = relation;
    const definitions = relations[predicate].properties;
    const read = Object.entries(given).map(
      ([name, value]) => [name, this.readAs(definitions[name] as PropertyDefinition, value, from)] as const,
    );
    const properties = Object.fromEntries(read.filter(([, text]) => text !== ""));
    const [subjectName, objectName] = [this.mapping.entities[relation.subject]?.name, this.mapping.entities[relation.object]?.name];
    const origin = this.originOf(from.row, { ...given, subject: subjectName, object: objectName, validFrom, validTo });
    const own = {
      ...(status === undefined ? {} : { status }),
      ...(confidence === undefined ? {} : { confidence }),
      ...dated({ validFrom, validTo }, from),
      ...(basis === undefined ? {} : { basis: filled(basis, from.cells) }),
    };
    for (const subject of ids.get(relation.subject) ?? [])
      for (const object of ids.get(relation.object) ?? []) {
        if (subject === object) this.report(from.row, objectName, fault("joins_itself", { predicate, id: subject }));
        else
          this.state(
            { subject, object, predicate, properties } as Pick<Statement, "subject" | "object" | "predicate" | "properties">,
            own,
            origin,
          );
      }
  }

  private measure(metric: Mapping["metrics"][number], ids: ReadonlyMap<string, string[]>, from: ForeignRow): void {
    const { value, unit, period, modality, basis, status = this.status, confidence = 1 } = metric;
    const printed = filled(value, from.cells);
    if (printed === "") return;
    const optional = {
      period: period === undefined ? "" : filled(period, from.cells),
      basis: basis === undefined ? "" : filled(basis, from.cells),
    };
    const roles = (["region", "denominator", "plan", "product"] as const).map(
      (role) => [role, ids.get(metric[role] ?? "")?.[0] ?? ""] as const,
    );
    const texts = Object.fromEntries([...Object.entries(optional), ...roles].filter(([, text]) => text !== ""));
    const origin = this.originOf(from.row, {
      name: metric.name,
      value,
      unit: value,
      period,
      modality,
      basis,
      subject: this.mapping.entities[metric.subject]?.name,
    });
    const cellAlone = columnsOf(value).map(from.cells).join("");
    // Words that the mapping puts around the cell (年产) are not what is printed.
    const raw = !/^\{[^{}]*\}$/.test(value) ? { raw: cellAlone } : {};
    for (const subject of ids.get(metric.subject) ?? []) {
      const given = {
        subject,
        name: filled(metric.name, from.cells),
        value: printed,
        ...(unit === undefined ? {} : { unit }),
        ...raw,
        ...texts,
      };
      // What cannot be read stays as it is printed, and validation says so in its place.
      const { record } = recordAsWritten("metrics", { ...given, modality: this.read(modality, from), status, confidence });
      const key = `${metricKey(record as Parameters<typeof metricKey>[0])}|${record.value}|${record.unit}`;
      const made = this.drawn.metrics.offer(key, origin, () => ({ id: mintClaimId("m", this.mapping.document.id, key), ...record }));
      this.back(made, from.row);
    }
  }

  /** The tables of the dataset, and the file as its source. */
  draw(file: string): OpenTables {
    const { dataset, document, entities, relations: claims, metrics } = this.mapping;
    for (const from of this.table.rows) {
      const ids = new Map(Object.entries(entities).map(([role, entity]) => [role, this.entitiesOf(entity, from)]));
      for (const relation of claims) this.relate(relation, ids, from);
      for (const metric of metrics) this.measure(metric, ids, from);
    }
    const head = new Drawn();
    head.offer("", { row: 1, columns: new Map() }, () => ({ ...dataset }));
    const source = new Drawn();
    source.offer("", { row: 1, columns: new Map() }, () => ({ ...document, sha256: this.table.sha256, dataset: dataset.id }));
    const tables = { datasets: head, documents: source, ...this.drawn };
    return {
      tables: Object.entries(tables).map(([table, drawn]) => drawn.asRows(table as keyof typeof tables, this.table.file)),
      sources: [{ name: file, sha256: this.table.sha256 }],
    };
  }
}

const listSeparators = new Set("、，,;；/ ");

/** The parts of a cell that holds several, each once. */
function piecesOf(text: string, separators: ReadonlySet<string>): string[] {
  let part = "";
  const parts: string[] = [];
  for (const character of `${text}\u0000`) {
    if (character !== "\u0000" && !separators.has(character)) part += character;
    else {
      if (part.trim() !== "") parts.push(part.trim());
      part = "";
    }
  }
  return [...new Set(parts)];
}

const dated = (fields: Readonly<Record<string, string | undefined>>, { cells }: ForeignRow): RawRecord =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, template]) => {
      const text = template === undefined ? "" : filled(template, cells);
      if (text === "") return [];
      const read = parseDate(text);
      return [[name, "value" in read ? read.value : text]];
    }),
  );
