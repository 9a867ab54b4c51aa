import { createStore } from "zustand/vanilla";

export type Route =
  | { at: "start" }
  | { at: "explore"; entity: string | null }
  | { at: "documents"; document: string | null }
  | { at: "changes"; changeSet: string | null }
  /** What lies between two revisions. */
  | { at: "revisions"; from: number; to: number }
  | { at: "freshness" }
  /** Two entities side by side; null waits for a choice. */
  | { at: "compare"; a: string | null; b: string | null };

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
  palette: boolean;
  /** The evidence shown in full: a statement's or metric's id. */
  evidence: string | null;
}

/** Stands in an address for an entity that is not chosen yet. */
const nobody = "-";

/** `#/explore/co-x`, `#/documents/doc-y`, `#/changes/cs-z`, `#/revisions/3-5`, `#/freshness`, `#/compare/co-x/co-y`; anything else is the start page. */
export function parseRoute(hash: string): Route {
  const [, at, id, other] = hash.replace(/^#/, "").split("?")[0]?.split("/") ?? [];
  const decode = (part: string | undefined) => (part === undefined || part === "" || part === nobody ? null : decodeURIComponent(part));
  const decoded = decode(id);
  if (at === "explore") return { at, entity: decoded };
  if (at === "documents") return { at, document: decoded };
  if (at === "changes") return { at, changeSet: decoded };
  if (at === "freshness") return { at };
  if (at === "compare") return { at, a: decoded, b: decode(other) };
  const [, from, to] = /^(\d+)-(\d+)$/.exec(at === "revisions" ? (decoded ?? "") : "") ?? [];
  if (from !== undefined && to !== undefined) return { at: "revisions", from: Number(from), to: Number(to) };
  return { at: "start" };
}

const idOf = (route: Exclude<Route, { at: "start" | "freshness" | "compare" }>): string | null => {
  if (route.at === "revisions") return `${route.from}-${route.to}`;
  if (route.at === "changes") return route.changeSet;
  return route.at === "explore" ? route.entity : route.document;
};

export const hrefOf = (route: Route): string => {
  if (route.at === "start") return "#/";
  if (route.at === "freshness") return "#/freshness";
  if (route.at === "compare")
    return `#/compare/${[route.a, route.b].map((id) => (id === null ? nobody : encodeURIComponent(id))).join("/")}`;
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
  palette: false,
  evidence: null,
}));

export const go = (route: Route): void => {
  location.hash = hrefOf(route);
};

export function followLocation(): void {
  addEventListener("hashchange", () => screen.setState({ route: parseRoute(location.hash) }));
}
