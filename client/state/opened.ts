import { createStore } from "zustand/vanilla";
import { calls } from "#client/api/calls.ts";
import { ApiFailure } from "#client/api/request.ts";
import type { SavedPicture } from "#graph/model/view.ts";
import type { Gone } from "./actions/opening.ts";
import type { Actions } from "./actions.ts";
import { decodePicture, hashOf, LinkBroken, type Linked } from "./share-link.ts";

/** What came of the last link or view that was opened, until the person has seen it. */
export interface Opened {
  /** Set where a link could not be opened: nothing has changed then. */
  broken: "damaged" | "newer" | "unknown" | null;
  /** Set where something that the picture named is there no longer. */
  gone: Gone | null;
}

export const opened = createStore<Opened>(() => ({ broken: null, gone: null }));

export const dismissOpened = (): void => opened.setState({ broken: null, gone: null });

/** Opens what a link names: `view` by its id, a picture as it stands in the link. The last to be asked for wins. */
export async function openLinked(linked: Linked, actions: Pick<Actions, "openPicture" | "failedToOpen">): Promise<void> {
  dismissOpened();
  let picture: SavedPicture;
  try {
    picture = "view" in linked ? (await calls.view(linked.view)).picture : decodePicture(linked.picture);
  } catch (error) {
    if (error instanceof LinkBroken) return opened.setState({ broken: error.reason });
    if (error instanceof ApiFailure && error.status === 404) return opened.setState({ broken: "unknown" });
    return actions.failedToOpen(error, () => void openLinked(linked, actions));
  }
  const gone = await actions.openPicture(picture);
  if (gone !== undefined && gone.entities.length + gone.merged.length > 0) opened.setState({ gone });
}

/** Goes to the address of a saved view; whoever listens to the address opens it, also when the page stands there already. */
export function openView(id: string): void {
  const hash = hashOf({ view: id });
  if (location.hash === hash) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
}
