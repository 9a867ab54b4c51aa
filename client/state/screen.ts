import { createStore } from "zustand/vanilla";

export type Route =
  | { at: "start" }
  | { at: "explore"; entity: string | null }
  | { at: "documents"; document: string | null }
  | { at: "changes"; changeSet: string | null }
  /** What lies between two revisions. */
  | { at: "revisions"; from: number; to: number }
  | { at: "freshness" };

/** What is open around the canvas; not part of the exploration, so undo leaves it alone. */
export interface Screen {
  route: Route;
  workbench: boolean;
  /** The table view in place of the picture. */
  table: boolean;
  /** Filters as a sheet, in narrow windows. */
  filters: boolean;
  inspector: "peek" | "half" | "full";
  help: boolean;
  /** The evidence shown in full: a statement's or metric's id. */
  evidence: string | null;
}

/** `#/explore/co-x`, `#/documents/doc-y`, `#/changes/cs-z`, `#/revisions/3-5`, `#/freshness`; anything else is the start page. */
export function parseRoute(hash: string): Route {
  const [, at, id] = hash.replace(/^#/, "").split("?")[0]?.split("/") ?? [];
  const decoded = id === undefined || id === "" ? null : decodeURIComponent(id);
  if (at === "explore") return { at, entity: decoded };
  if (at === "documents") return { at, document: decoded };
  if (at === "changes") return { at, changeSet: decoded };
  if (at === "freshness") return { at };
  const [, from, to] = /^(\d+)-(\d+)$/.exec(at === "revisions" ? (decoded ?? "") : "") ?? [];
  if (from !== undefined && to !== undefined) return { at: "revisions", from: Number(from), to: Number(to) };
  return { at: "start" };
}

const idOf = (route: Exclude<Route, { at: "start" | "freshness" }>): string | null => {
  if (route.at === "revisions") return `${route.from}-${route.to}`;
  if (route.at === "changes") return route.changeSet;
  return route.at === "explore" ? route.entity : route.document;
};

export const hrefOf = (route: Route): string => {
  if (route.at === "start") return "#/";
  if (route.at === "freshness") return "#/freshness";
  const id = idOf(route);
  return id === null ? `#/${route.at}` : `#/${route.at}/${encodeURIComponent(id)}`;
};

export const screen = createStore<Screen>(() => ({
  route: parseRoute(location.hash),
  workbench: false,
  table: false,
  filters: false,
  inspector: "half",
  help: false,
  evidence: null,
}));

export const go = (route: Route): void => {
  location.hash = hrefOf(route);
};

export function followLocation(): void {
  addEventListener("hashchange", () => screen.setState({ route: parseRoute(location.hash) }));
}
