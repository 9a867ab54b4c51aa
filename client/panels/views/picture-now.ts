import { nameOf } from "#client/i18n/labels.ts";
import { canvasHandle } from "#client/panels/canvas/handle.ts";
import type { Language } from "#client/rendering/interface.ts";
import type { AtlasState } from "#client/state/atlas.ts";
import { savePicture } from "#client/state/saved.ts";
import { savedCamera } from "#client/state/saved-camera.ts";
import type { SavedPicture } from "#graph/model/view.ts";

/** What is on the canvas now, with the camera where something draws it. */
export function pictureNow({ graph, history }: AtlasState): SavedPicture {
  const camera = canvasHandle.current === null ? null : savedCamera(canvasHandle.current.camera(), canvasHandle.size());
  return savePicture(graph, history.present, camera);
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
