import { type EntityKind, entityKinds, kinds } from "#graph/vocabulary/kinds.ts";
import {
  aliasScopes,
  documentForms,
  modalities,
  nameSources,
  operators,
  paragraphKinds,
  ranks,
  reliabilities,
  statuses,
} from "#graph/vocabulary/marks.ts";
import { units } from "#graph/vocabulary/measures.ts";
import { relations } from "#graph/vocabulary/relations.ts";

type Labelled = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** Chinese names of the closed lists that the vocabulary holds as bare words. */
const bare = {
  paragraphKind: { kicker: "引题", headline: "标题", subhead: "小标题", body: "正文", caption: "图片说明" },
  scope: { global: "全局", document: "文档", region: "地区" },
  nameSource: { text: "原文", external: "外部", composed: "自拟" },
} as const;
const labelled = <K extends string>(names: readonly K[], zh: Readonly<Record<K, string>>): Labelled =>
  Object.fromEntries(names.map((name) => [name, { zh: zh[name], en: name }]));

/** The accepted values of every column that has a closed list, by `table.column`. */
export const choices: Readonly<Record<string, Labelled>> = {
  "documents.form": documentForms,
  "documents.reliability": reliabilities,
  "paragraphs.kind": labelled(paragraphKinds, bare.paragraphKind),
  "entities.kind": kinds,
  "entities.nameSource": labelled(nameSources, bare.nameSource),
  "aliases.scope": labelled(aliasScopes, bare.scope),
  "statements.predicate": relations,
  "statements.status": statuses,
  "statements.rank": ranks,
  "metrics.unit": units,
  "metrics.op": operators,
  "metrics.modality": modalities,
  "metrics.status": statuses,
  "metrics.rank": ranks,
};

const byLabel = new Map<Labelled, ReadonlyMap<string, string>>();

/** The value that a person named by its Chinese or English label; null when it is none of the list. */
export function labelledValue(list: Labelled, text: string): string | null {
  let names = byLabel.get(list);
  if (names === undefined) {
    // A label that two values share names neither.
    const all = Object.entries(list).flatMap(([value, { zh, en }]) =>
      [...new Set([value, zh, en])].map((label) => [label, value] as const),
    );
    const count = new Map<string, number>();
    for (const [label] of all) count.set(label.toLowerCase(), (count.get(label.toLowerCase()) ?? 0) + 1);
    names = new Map(all.map(([label, value]) => [label.toLowerCase(), value] as const).filter(([label]) => count.get(label) === 1));
    byLabel.set(list, names);
  }
  return names.get(text.trim().toLowerCase()) ?? null;
}

/** The attribute of a kind that a person named by its label: 法定名称 of a Company is legalName. */
export function labelledAttribute(kind: EntityKind, text: string): string | null {
  return labelledValue(kinds[kind].properties, text);
}

/** Attributes of every kind, for a list of what may stand as a predicate. */
export const attributesByKind = entityKinds.flatMap((kind) =>
  Object.entries(kinds[kind].properties).map(([name, definition]) => ({ kind, name, definition })),
);
