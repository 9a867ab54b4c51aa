import type { RawDataset } from "#graph/dataset/locator.ts";
import { tableNames } from "#graph/model/dataset.ts";

const empty = (): RawDataset => Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as RawDataset;

interface Source {
  id: string;
  document: string;
  reliability?: "high" | "medium" | "low";
  published?: string;
  companies?: string[];
  /** `co-a co-b`: the first belongs to the second. Id of the statement, then the pair. */
  subsidiaries?: Record<string, string>;
  /** Revenue of co-a in 2023, by metric id. */
  revenue?: Record<string, number>;
  /** State of proj-a by statement id: value and when it began. */
  states?: Record<string, [value: string, validFrom: string]>;
}

/** A small dataset of one document; an empty `id` leaves it unnamed. */
export function sourceOf({ id, document, reliability = "medium", published = "2024", ...claims }: Source): RawDataset {
  const raw = empty();
  if (id !== "") raw.datasets.push({ id, title: id });
  raw.documents.push({ id: document, title: document, form: "original", characters: 1000, published, reliability });
  const evidence = (statement: string): void => void raw.evidence.push({ statement, document, start: 0, end: 5 });
  for (const company of claims.companies ?? []) raw.entities.push({ id: company, kind: "Company", name: company });
  for (const [statement, pair] of Object.entries(claims.subsidiaries ?? {})) {
    const [subject, object] = pair.split(" ");
    raw.statements.push({ id: statement, subject, predicate: "SUBSIDIARY_OF", object, status: "stated", confidence: 1 });
    evidence(statement);
  }
  for (const [metric, value] of Object.entries(claims.revenue ?? {})) {
    raw.metrics.push({
      id: metric,
      subject: "co-a",
      name: "营业收入",
      value,
      unit: "CNY",
      period: "2023",
      modality: "actual",
      status: "stated",
      confidence: 1,
    });
    evidence(metric);
  }
  if (claims.states !== undefined) raw.entities.push({ id: "proj-a", kind: "Project", name: "甲项目" });
  for (const [statement, [value, validFrom]] of Object.entries(claims.states ?? {})) {
    raw.statements.push({ id: statement, subject: "proj-a", predicate: "state", value, validFrom, status: "stated", confidence: 1 });
    evidence(statement);
  }
  return raw;
}
