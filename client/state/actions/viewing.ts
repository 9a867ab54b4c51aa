import { type EntityKind, entityKinds } from "#graph/vocabulary/kinds.ts";
import { type RelationType, relationTypes } from "#graph/vocabulary/relations.ts";
import { explorationOf, step } from "../atlas.ts";
import * as explore from "../exploration.ts";
import { hearUntil, holdAt } from "../slices/clocks.ts";
import { trustDocuments, trustFrom } from "../slices/trust.ts";
import { nodesBehind, stackedOf } from "../stacks.ts";
import type { FilterName } from "../visible.ts";
import type { Stage } from "./stage.ts";

/** Selection, filters and the trail: what is looked at of what is there. */
export function viewing({ store, bringIntoView }: Stage) {
  const present = (): explore.Exploration => explorationOf(store.getState());
  return {
    select: (node: number) => step(store, (it) => explore.select(it, node)),
    /** What was clicked on the canvas: an entity, or the members that a stack stands for. */
    pick: (row: number, add: boolean) =>
      step(store, (it) => {
        const stacked = stackedOf(store.getState().graph, it);
        const nodes = nodesBehind(stacked, row);
        if (add) return explore.toggleSeveral(it, nodes);
        return stacked.members.has(row) ? explore.selectSeveral(it, nodes) : explore.select(it, row);
      }),
    toggleSelected: (node: number) => step(store, (it) => explore.toggleSelected(it, node)),
    selectSeveral: (nodes: readonly number[]) => step(store, (it) => explore.selectSeveral(it, nodes)),
    selectEdge: (edge: number | null) => step(store, (it) => explore.selectEdge(it, edge)),
    clearSelection: () => {
      if (present().selection.length > 0 || present().edge !== null) step(store, explore.clearSelection);
      else if (present().highlight !== null) step(store, explore.clearHighlight);
    },
    clearHighlight: () => step(store, explore.clearHighlight),
    collapse: (nodes: readonly number[]) => step(store, (it) => nodes.reduce(explore.collapse, it)),
    hide: (nodes: readonly number[]) => nodes.length > 0 && step(store, (it) => explore.hide(it, nodes)),
    keepOnly: (nodes: readonly number[]) => nodes.length > 0 && step(store, (it) => explore.showOnly(it, nodes)),
    showHidden: () => step(store, explore.showHidden),
    returnTo: (index: number) => {
      step(store, (it) => explore.returnTo(it, index));
      const { selection } = present();
      bringIntoView(selection.length > 0 ? selection : null);
    },
    toggleKind: (kind: EntityKind) => step(store, (it) => explore.toggleKind(it, kind)),
    soloKind: (kind: EntityKind) => step(store, (it) => explore.soloKind(it, kind, entityKinds)),
    toggleType: (type: RelationType) => step(store, (it) => explore.toggleType(it, type)),
    setAllTypes: (visible: boolean) => step(store, (it) => explore.setAllTypes(it, relationTypes, visible)),
    setMinConfidence: (value: number) => step(store, (it) => explore.setMinConfidence(it, value), "confidence"),
    clearFilters: () => step(store, explore.clearFilters),
    clearFilter: (name: FilterName) =>
      step(store, (it) => ({
        ...it,
        ...(name === "kinds" ? { hiddenKinds: new Set<EntityKind>() } : {}),
        ...(name === "types" ? { hiddenTypes: new Set<RelationType>() } : {}),
        ...(name === "status" ? { status: "all" as const } : {}),
        ...(name === "confidence" ? { minConfidence: 0 } : {}),
        ...(name === "held" ? { clocks: holdAt(it.clocks, null) } : {}),
        ...(name === "said" ? { clocks: hearUntil(it.clocks, null) } : {}),
        ...(name === "documents" ? { trust: trustDocuments(it.trust, null) } : {}),
        ...(name === "reliability" ? { trust: trustFrom(it.trust, null) } : {}),
      })),
  };
}
