import type { TFunction } from "i18next";
import { calls } from "#client/api/calls.ts";
import { notesAbout, readNotes } from "#client/api/keeping-queries.ts";
import { queryClient } from "#client/api/queries.ts";
import type { Material } from "#client/exports/export.ts";
import { type ExportOptions, type Scene, seenOf } from "#client/exports/seen.ts";
import { kindLabel, relationLabel, statusLabel } from "#client/i18n/labels.ts";
import { canvasHandle } from "#client/panels/canvas/handle.ts";
import type { AtlasState } from "#client/state/atlas.ts";
import type { Exploration } from "#client/state/exploration.ts";
import { styled } from "#client/styling/styled.ts";
import type { Health, StatementAnswer } from "#graph/model/api-answers.ts";
import { mostStatements } from "#graph/model/by-ids.ts";
import { reliabilities } from "#graph/vocabulary/marks.ts";

/** The drawing as it stands now, or null where this browser draws nothing. */
export function sceneNow({ history }: AtlasState): Scene | null {
  const canvas = canvasHandle.current;
  if (canvas === null) return null;
  const { thickness, colours } = styled.getState();
  return { ...canvas.scene(), guides: history.present.guides, thickness, colours, camera: canvas.camera(), window: canvasHandle.size() };
}

/** What is on the canvas, with all that an export may ask of the server. */
export async function materialOf(state: AtlasState, options: ExportOptions, t: TFunction): Promise<Material> {
  const { graph, history } = state;
  const { exploration, positions } = history.present;
  const seen = seenOf(graph, exploration, positions);
  const ids = [...seen.nodes, ...seen.edges].map(({ id }) => id);
  const { notes, truncated, total } = await readNotes();
  const filters = filterWords(exploration, options.language, t);
  if (truncated) filters.push(t("export.notesCut", { count: notes.length, total }));
  let statements: Promise<readonly StatementAnswer[]> | null = null;
  return {
    seen: {
      ...seen,
      notes: notesAbout(notes, new Set(ids)),
      revision: queryClient.getQueryData<Health>(["health"])?.revision ?? null,
      at: new Date(),
      filters,
    },
    scene: sceneNow(state),
    options,
    t,
    statements: () => {
      statements ??= statementsBehind(seen.edges.map(({ id }) => id));
      return statements;
    },
    graph: async () => (await calls.graphByIds(seen.nodes.map(({ id }) => id))).graph,
  };
}

async function statementsBehind(ids: readonly string[]): Promise<StatementAnswer[]> {
  const found: StatementAnswer[] = [];
  for (let at = 0; at < ids.length; at += mostStatements)
    found.push(...(await calls.statementsByIds(ids.slice(at, at + mostStatements))).statements);
  return found;
}

/** The filters that are on, in words: what a picture leaves out must stand on it. */
function filterWords(it: Exploration, language: "zh" | "en", t: TFunction): string[] {
  const list = (words: readonly string[]) => words.join(language === "zh" ? "、" : ", ");
  const { clocks, trust } = it;
  return [
    ...(it.hiddenKinds.size > 0
      ? [t("export.filter.kinds", { list: list([...it.hiddenKinds].map((kind) => kindLabel(kind, language))) })]
      : []),
    ...(it.hiddenTypes.size > 0
      ? [t("export.filter.types", { list: list([...it.hiddenTypes].map((type) => relationLabel(type, language))) })]
      : []),
    ...(it.status !== "all" ? [t("export.filter.status", { status: statusLabel(it.status, language) })] : []),
    ...(it.minConfidence > 0 ? [t("export.filter.confidence", { value: it.minConfidence.toFixed(2) })] : []),
    ...(clocks.heldAt !== null ? [t("export.filter.heldAt", { period: clocks.heldAt })] : []),
    ...(clocks.saidBy !== null ? [t("export.filter.saidBy", { period: clocks.saidBy })] : []),
    ...(clocks.undatedHidden === true ? [t("export.filter.undated")] : []),
    ...(trust.documents !== null ? [t("export.filter.documents", { count: trust.documents.size })] : []),
    ...(trust.reliability !== null ? [t("export.filter.reliability", { value: reliabilities[trust.reliability][language] })] : []),
  ];
}

/** A file name that every system takes, from a title in any language. */
export const fileName = (title: string, extension: string): string =>
  `${
    title
      .replace(/[\\/:*?"<>|\s]+/g, "-")
      .replace(/^[-.]+|[-.]+$/g, "")
      .slice(0, 80) || "chain-atlas"
  }.${extension}`;

/** Hands a file to the person. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address after this turn; a minute is enough for it to have begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
