import { calls } from "#client/api/calls.ts";
import { nameOf } from "#client/i18n/labels.ts";
import { canvasHandle } from "#client/panels/canvas/handle.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { AtlasState } from "#client/state/atlas.ts";
import { leftOutOf } from "#client/state/left-out.ts";
import { savePicture } from "#client/state/saved.ts";
import { savedCamera } from "#client/state/saved-camera.ts";
import type { SavedPicture } from "#graph/model/view.ts";

/**
 * What is on the canvas now, with the camera where something draws it. Whoever opens it fetches every edge between its entities: the store
 * is asked which of them are not on the canvas, so that the picture can name them. The answer changes nothing here.
 */
export async function pictureNow({ graph, history: { present } }: AtlasState): Promise<SavedPicture> {
  const camera = canvasHandle.current === null ? null : savedCamera(canvasHandle.current.camera(), canvasHandle.size());
  const { exploration } = present;
  const ids = graph.nodes.id.filter((_, node) => exploration.shown[node] === 1);
  const leftOut = ids.length === 0 ? [] : leftOutOf(graph, exploration, await calls.graphByIds(ids));
  return savePicture(graph, present, { camera, leftOut });
}

/** How the picture would be called: after what the trail came to last. */
export function suggestedName({ graph, history }: AtlasState, language: Language, overview: string): string {
  const last = history.present.exploration.trail.at(-1);
  const called = (node: number) => nameOf({ name: graph.nodes.name[node] ?? "", nameEn: graph.nodes.nameEn[node] }, language);
  if (last?.at === "entity") return called(last.node);
  if (last?.at === "path") return `${called(last.from)} – ${called(last.to)}`;
  return overview;
}

/** The address that opens a link on this server. */
export const addressOf = (hash: string): string => `${location.origin}${location.pathname}${hash}`;
