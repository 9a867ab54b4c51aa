import type { TFunction } from "i18next";
import { kindLabel, nameOf } from "#client/i18n/labels.ts";
import { layouts } from "#client/layouts/index.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { Exploration } from "#client/state/exploration.ts";
import { kindOf, type LoadedGraph } from "#client/state/loaded-graph.ts";
import { neighboursShown } from "#client/state/neighbourhood.ts";
import { nodesBehind, stackedOf } from "#client/state/stacks.ts";

interface Speech {
  language: Language;
  t: TFunction;
}

const joined = (parts: readonly string[], language: Language): string => parts.join(language === "zh" ? "，" : ", ");

/** A node in words: what it is called and is, how much is around it, whether it is selected and keeps its place. */
export function spokenNode(graph: LoadedGraph, exploration: Exploration, node: number, { language, t }: Speech): string {
  const stacked = stackedOf(graph, exploration);
  const members = stacked.members.get(node);
  const neighbours = neighboursShown(graph, exploration, node).length;
  const selected = new Set(exploration.selection);
  const parts = [
    nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language),
    ...(members === undefined
      ? [kindLabel(kindOf(graph, node), language), t("canvas.neighbours", { count: neighbours })]
      : [t("group.title"), t("group.members", { count: members.length })]),
    ...(nodesBehind(stacked, node).every((one) => selected.has(one)) ? [t("canvas.selected")] : []),
    ...(exploration.pinned.has(node) ? [t("canvas.pinned")] : []),
  ];
  return joined(parts, language);
}

/** An exploration with the number of entities that it shows. */
export interface Counted {
  readonly exploration: Exploration;
  readonly nodes: number;
}

/**
 * What a change did to the picture, in words: where one has come to, what came and went, what is put together, how it is laid out. Empty
 * where nothing of that changed.
 */
export function spokenMove(graph: LoadedGraph, before: Counted, { exploration: after, nodes }: Counted, speech: Speech): string {
  const { language, t } = speech;
  const came = nodes - before.nodes;
  const { selection } = after;
  const [only] = selection;
  const selected = selection === before.exploration.selection || selection.length === 0;
  const layout = layouts.find(({ id }) => id === after.layout);
  const parts = [
    ...(came === 0 ? [] : [t(came > 0 ? "spoken.came" : "spoken.went", { count: Math.abs(came) }), t("spoken.now", { count: nodes })]),
    ...(before.exploration.groups === after.groups ? [] : [t("spoken.groups", { count: after.groups.filter(({ open }) => !open).length })]),
    ...(before.exploration.layout === after.layout || layout === undefined ? [] : [t("spoken.layout", { name: layout.label[language] })]),
    ...(selected
      ? []
      : [selection.length === 1 ? spokenNode(graph, after, only as number, speech) : t("select.done", { count: selection.length })]),
  ];
  return joined(parts, language);
}
