import { createHash } from "node:crypto";
import { pinyin } from "pinyin-pro";
import type { DocumentId, EntityId, MetricId, StatementId } from "#graph/model/id.ts";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";

const shortHash = (text: string, digits = 6): string => createHash("sha256").update(text).digest("hex").slice(0, digits);

const legalForm = /(?:集团)?(?:股份|有限责任|有限)+公司$|集团$/;

/** Chinese as pinyin, the rest as it is, in lower case; at most `length` characters. Empty when nothing of it can be written so. */
export function slugOf(text: string, length = 48): string {
  const spelled = pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true }).map((it, index, all) =>
    // Syllables run together, and stand apart from what is no Chinese.
    index > 0 && (/^[a-z]+$/.test(it) !== /^[a-z]+$/.test(all[index - 1] as string) || !/^[a-z]+$/.test(it)) ? `-${it}` : it,
  );
  const slug = spelled
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, length);
  return slug.replace(/^-+|-+$/g, "");
}

/** The document's id: readable from its file name, unique by its bytes. */
export function documentIdOf({ file, sha256 }: { file: string; sha256: string }): DocumentId {
  const slug = slugOf(file.replace(/\.[^.]+$/, ""));
  return (slug === "" ? `doc-${sha256.slice(0, 8)}` : `doc-${slug}-${sha256.slice(0, 8)}`) as DocumentId;
}

/** Ids that an entity of this name may get: the plain one, and the one that no other document can mint. */
export function entityIdsOf({ kind, name, sha256 }: { kind: EntityKind; name: string; sha256: string }): [plain: EntityId, own: EntityId] {
  const spelled = slugOf(kind === "Company" ? name.replace(legalForm, "") : name) || slugOf(name) || shortHash(name);
  const plain = `${kinds[kind].prefix}-${spelled}`;
  return [plain as EntityId, `${plain}-${shortHash([kind, name, sha256].join("|"))}` as EntityId];
}

const kebab = (predicate: string): string =>
  predicate
    .replace(/_/g, "-")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();

/** Readable, and by the hash of its key the same for whoever says the same. `key` as `statementKey` gives it. */
export const statementIdOf = ({
  subject,
  predicate,
  target,
  key,
}: {
  subject: string;
  predicate: string;
  target: string;
  key: string;
}): StatementId =>
  [`s-${subject}-${kebab(predicate)}-${target}`.slice(0, 140).replace(/[-._]+$/, ""), shortHash(key)].join("-") as StatementId;

/** `key` as `metricKey` gives it, with the value: two values under one key are two metrics. */
export const metricIdOf = ({
  subject,
  name,
  period,
  key,
}: {
  subject: string;
  name: string;
  period: string | null;
  key: string;
}): MetricId =>
  [`m-${subject}`.slice(0, 90).replace(/[-._]+$/, ""), slugOf(name, 32), slugOf(period ?? "", 16), shortHash(key)]
    .filter((it) => it !== "")
    .join("-") as MetricId;
