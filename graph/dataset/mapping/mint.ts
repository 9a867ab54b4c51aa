import { createHash } from "node:crypto";
import { pinyin } from "pinyin-pro";
import { type EntityKind, kinds } from "#graph/vocabulary/kinds.ts";

const digest = (text: string, length: number): string => createHash("sha256").update(text).digest("hex").slice(0, length);

const slugOf = (name: string): string =>
  pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true })
    .join("")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");

/**
 * The id of an entity that has none: prefix of its kind, name in pinyin, six digits of a hash, so that names that sound alike stay apart.
 * The same kind and key always give the same id, whatever else a file holds: `co-ganfengliye-1f2e3d`.
 */
export function mintEntityId(kind: EntityKind, key: string): string {
  const plain = key.normalize("NFKC").replace(/\s+/g, " ").trim();
  return [kinds[kind].prefix, slugOf(plain), digest(`${kind}|${plain}`, 6)].filter((part) => part !== "").join("-");
}

/** The id of a statement (`st`) or metric (`m`) of a document, from its natural key. */
export const mintClaimId = (prefix: "st" | "m", document: string, key: string): string =>
  `${prefix}-${document.replace(/^doc-/, "").slice(0, 80)}-${digest(key, 12)}`;
