import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/print.css";
import { mountAtlas } from "./mount-atlas.tsx";
import { canvasHandle } from "./panels/canvas/handle.ts";
import type { AtlasStore } from "./state/atlas.ts";

declare global {
  interface Window {
    /** For tests from outside and measurements: the drawing and the state, to be read and not to be changed. */
    __atlas?: { readonly canvas: typeof canvasHandle.current; readonly store: AtlasStore };
  }
}

const root = document.getElementById("root");
if (root === null) throw new Error("Start refused: index.html has no element with the id root.");
const { store } = await mountAtlas(root);
window.__atlas = {
  get canvas() {
    return canvasHandle.current;
  },
  store,
};
