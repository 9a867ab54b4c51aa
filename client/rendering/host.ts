import Graph from "graphology";
import Sigma from "sigma";
import type { MouseCoords, TouchCoords } from "sigma/types";
import type { CameraState, Motion } from "./interface.ts";
import type { View } from "./view.ts";

/** Side of the square that sigma normalises, in layout units: fixed, so that a growing graph never moves the camera. */
const extent = 2000;

/** sigma asks for programs even where nothing is drawn with them; these compile no shader. */
class NoNodes {
  drawLabel = undefined;
  drawHover = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}
class NoEdges {
  drawLabel = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}

export interface PointerAt {
  /** CSS pixels of the container. */
  x: number;
  y: number;
  original: MouseEvent | TouchEvent;
  /** Keeps sigma from panning or zooming. */
  hold(): void;
}

export interface HostEvents {
  hover(at: PointerAt): void;
  leave(): void;
  down(at: PointerAt): void;
  /** Anywhere in the document, also during a drag. */
  move(at: PointerAt): void;
  up(at: PointerAt): void;
  click(at: PointerAt): void;
  doubleClick(at: PointerAt): void;
  context(at: PointerAt): void;
  cameraMoved(): void;
  /** The canvases have taken a size, the same or another one: nothing is on them any more. */
  emptied(): void;
  /** Once per frame, when the camera is settled for it. */
  frame(): void;
}

/** The part that stays with sigma: camera, captors, layers, scheduling. Nothing else imports it. */
export class Host {
  readonly guides: HTMLCanvasElement;
  readonly scene: HTMLCanvasElement;
  readonly text: HTMLCanvasElement;
  readonly pointer: HTMLElement;
  private readonly sigma: Sigma;
  private readonly observer: ResizeObserver;
  private ratioQuery: MediaQueryList | null = null;
  private size = { width: 0, height: 0 };
  /** Where the camera was last sent, in layout units. */
  private destination: CameraState | null = null;
  private readonly frame: () => void;
  private asked = 0;
  private pixelRatio: number | null = null;
  private sigmaWillRender = false;

  constructor(container: HTMLElement, { reducedMotion, ...events }: HostEvents & { reducedMotion: boolean }) {
    const anchors = new Graph();
    anchors.addNode("low", { x: -extent / 2, y: -extent / 2, size: 0, hidden: true });
    anchors.addNode("high", { x: extent / 2, y: extent / 2, size: 0, hidden: true });
    this.sigma = new Sigma(anchors, container, {
      allowInvalidContainer: true,
      stagePadding: 0,
      renderLabels: false,
      enableCameraRotation: false,
      minCameraRatio: 0.06,
      maxCameraRatio: 200,
      // A wheel and a flick are followed at once where motion is unwelcome.
      zoomDuration: reducedMotion ? 1 : 160,
      inertiaDuration: reducedMotion ? 1 : 160,
      doubleClickZoomingDuration: reducedMotion ? 1 : 200,
      nodeProgramClasses: { circle: NoNodes },
      nodeHoverProgramClasses: { circle: NoNodes },
      edgeProgramClasses: { arrow: NoEdges, line: NoEdges },
    });
    for (const [id, canvas] of Object.entries(this.sigma.getCanvases())) if (id !== "mouse") canvas.style.display = "none";
    this.guides = this.sigma.createCanvas("guides", { beforeLayer: "mouse" });
    this.scene = this.sigma.createCanvas("scene", { beforeLayer: "mouse" });
    this.text = this.sigma.createCanvas("text", { beforeLayer: "mouse" });
    this.pointer = this.sigma.getCanvases().mouse as HTMLElement;

    this.listen(events);
    this.sigma.getCamera().on("updated", () => {
      this.sigmaWillRender = true;
      events.cameraMoved();
    });
    this.sigma.on("resize", () => {
      this.fitCanvases();
      events.emptied();
    });
    this.frame = () => {
      cancelAnimationFrame(this.asked);
      this.asked = 0;
      events.frame();
    };
    this.sigma.on("afterRender", () => {
      this.sigmaWillRender = false;
      this.frame();
    });
    this.fitCanvases();
    // A picture that is not on the screen has no size to draw for: it keeps the one it had.
    this.observer = new ResizeObserver(() => container.clientWidth > 0 && this.resize());
    this.observer.observe(container);
    this.watchPixelRatio();
  }

  /** Takes sigma's place at its captors: its own handlers read a pixel back from the GPU at every move, and wait for the frame in flight. */
  private listen(events: HostEvents): void {
    const mouse = this.sigma.getMouseCaptor();
    const touch = this.sigma.getTouchCaptor();
    mouse.removeAllListeners();
    touch.removeAllListeners();
    const byMouse = (handler: (at: PointerAt) => void) => (at: MouseCoords) =>
      handler({ x: at.x, y: at.y, original: at.original, hold: () => at.preventSigmaDefault() });
    const byTouch = (handler: (at: PointerAt) => void) => (at: TouchCoords) => {
      const finger = at.touches[0] ?? at.previousTouches[0];
      const hold = (): void => {
        at.sigmaDefaultPrevented = true;
      };
      if (finger !== undefined) handler({ x: finger.x, y: finger.y, original: at.original, hold });
    };
    mouse.on("mousemove", byMouse(events.hover));
    mouse.on("mouseleave", () => events.leave());
    mouse.on("mousedown", byMouse(events.down));
    mouse.on("mousemovebody", byMouse(events.move));
    mouse.on("mouseup", byMouse(events.up));
    mouse.on("click", byMouse(events.click));
    mouse.on("doubleClick", byMouse(events.doubleClick));
    mouse.on("rightClick", byMouse(events.context));
    touch.on("touchdown", byTouch(events.down));
    touch.on("touchmove", byTouch(events.move));
    touch.on("touchup", byTouch(events.up));
    touch.on("tap", byTouch(events.click));
    touch.on("doubletap", byTouch(events.doubleClick));
  }

  /** CSS pixels, as last laid out: asking the container makes the browser lay out the page. */
  dimensions(): { width: number; height: number } {
    return this.sigma.getDimensions();
  }

  view(): View {
    const { width, height } = this.dimensions();
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return {
      x: (x - 0.5) * extent,
      y: (y - 0.5) * extent,
      scale: Math.min(width, height) / (extent * ratio),
      width,
      height,
      dpr: this.dpr,
    };
  }

  camera(): CameraState {
    const { x, y, scale } = this.view();
    return { x, y, ratio: 1 / scale };
  }

  setCamera(camera: CameraState, { animateMs = 0 }: Motion = {}): void {
    const { width, height } = this.dimensions();
    const state = { x: camera.x / extent + 0.5, y: camera.y / extent + 0.5, ratio: (Math.min(width, height) * camera.ratio) / extent };
    this.destination = camera;
    const mover = this.sigma.getCamera();
    // An animation goes on after a state was set; only another one takes its place.
    if (animateMs > 0 || mover.isAnimated()) void mover.animate(state, { duration: Math.max(1, animateMs), easing: "cubicOut" });
    else mover.setState(state);
  }

  /** Whether the camera was last sent to this place, and stands there or is on its way. */
  standsFor({ x, y, ratio }: CameraState): boolean {
    const { destination } = this;
    if (destination === null || destination.x !== x || destination.y !== y || destination.ratio !== ratio) return false;
    if (this.sigma.getCamera().isAnimated()) return true;
    const now = this.camera();
    const near = ratio * 0.5;
    return Math.abs(now.x - x) < near && Math.abs(now.y - y) < near && Math.abs(now.ratio / ratio - 1) < 1e-3;
  }

  /** Asks for a frame; many requests before it are one. Where the camera stands still, sigma has nothing to do in it. */
  schedule(): void {
    if (this.asked !== 0) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      if (!this.sigmaWillRender) this.frame();
    });
  }

  /** Draws now. */
  render(): void {
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  private get dpr(): number {
    return this.pixelRatio ?? devicePixelRatio;
  }

  /** Makes the canvases finer than the screen, or (null) as fine as it. */
  setPixelRatio(pixelRatio: number | null): void {
    this.pixelRatio = pixelRatio;
    this.fitCanvases();
  }

  resize(): void {
    this.sigma.resize(true);
    this.render();
  }

  destroy(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.asked);
    this.ratioQuery?.removeEventListener("change", this.pixelRatioChanged);
    this.sigma.kill();
  }

  /** A new size keeps the middle and the scale: the picture is cut or widened, never zoomed. */
  private fitCanvases(): void {
    const { width, height } = this.sigma.getDimensions();
    for (const canvas of [this.guides, this.scene, this.text]) {
      canvas.width = Math.round(width * this.dpr);
      canvas.height = Math.round(height * this.dpr);
    }
    const before = Math.min(this.size.width, this.size.height);
    const after = Math.min(width, height);
    this.size = { width, height };
    if (before > 1 && after > 1 && before !== after) {
      const camera = this.sigma.getCamera();
      // A camera under way would go on to a ratio that was reckoned for the old size.
      if (camera.isAnimated() && this.destination !== null) this.setCamera(this.destination);
      else camera.setState({ ratio: (camera.getState().ratio * after) / before });
    }
  }

  private readonly pixelRatioChanged = (): void => {
    this.watchPixelRatio();
    this.resize();
  };

  /** A media query tells one change of the pixel ratio only, so it is renewed after each. */
  private watchPixelRatio(): void {
    this.ratioQuery?.removeEventListener("change", this.pixelRatioChanged);
    this.ratioQuery = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.ratioQuery.addEventListener("change", this.pixelRatioChanged);
  }
}
