import { paintBadges } from "./badges.ts";
import { chooseEdgeLabels, type EdgeLabel, pointOn } from "./edge-labels.ts";
import type { Drawn, Emphasis } from "./emphasis.ts";
import type { KeepClear, Language, Theme, UnknownMark } from "./interface.ts";
import { boxOf, chooseHoverLabels, chooseLabels, chooseStandingLabels, type Label, markNodes } from "./labels.ts";
import { faces, Names } from "./names.ts";
import { markNotes, paintNotes } from "./note-marks.ts";
import { Occupancy } from "./occupancy.ts";
import { choosePills, type Pill, pillBox, pillHeight } from "./pills.ts";
import { nodeStyles } from "./shaders/node.ts";
import { type Look, Sprites } from "./sprites.ts";
import { type Tokens, tokensOf } from "./theme.ts";
import { chooseUnknown, isOnMark, type PlacedMark, paintUnknown } from "./unknown-marks.ts";
import { nodeScale, toScreen, type View } from "./view.ts";
import { type Writing, writingAhead } from "./writing-ahead.ts";

/** Pixels of a turned text to one of the screen. */
const finer = 2;
/** Texts that are written ahead in one go: about a millisecond. */
const aheadAtOnce = 6;

/** All writing on the canvas: names, relations on edges, pills. What is written is chosen at rest and only moved along while moving. */
export class TextLayer {
  keepClear: readonly KeepClear[] = [];
  unknown: ReadonlyMap<number, readonly UnknownMark[]> | null = null;
  private labels: Label[] = [];
  private edgeLabels: EdgeLabel[] = [];
  private hoverLabels: Label[] = [];
  private hoverEdgeLabels: EdgeLabel[] = [];
  private settled = new Uint8Array(0);
  private pills: Pill[] = [];
  private marks: PlacedMark[] = [];
  private ahead: Iterator<Writing> | null = null;
  private tokens: Tokens;
  private language: Language;
  private readonly taken = new Occupancy();
  private readonly sprites = new Sprites();
  /** Relations, written finer than the screen: they are turned along their lines, and would blur. */
  private readonly turned = new Sprites();
  private readonly numbers = new Sprites();
  private readonly names: Names;
  private readonly drawn: Drawn;
  private readonly emphasis: Emphasis;
  private readonly context: CanvasRenderingContext2D;
  private readonly onUnknown: (drawn: number, total: number) => void;

  constructor(
    canvas: HTMLCanvasElement,
    drawn: Drawn,
    emphasis: Emphasis,
    { theme, language, onUnknown }: { theme: Theme; language: Language; onUnknown(drawn: number, total: number): void },
  ) {
    this.onUnknown = onUnknown;
    this.context = canvas.getContext("2d") as CanvasRenderingContext2D;
    this.drawn = drawn;
    this.emphasis = emphasis;
    this.tokens = tokensOf(theme);
    this.language = language;
    this.names = new Names(drawn.nodes, language, this.context);
  }

  setTheme(theme: Theme): void {
    this.tokens = tokensOf(theme);
    this.ahead = null;
  }

  /** Also when the graph was replaced or fonts arrived: names and widths are no longer true. */
  forget(language: Language): void {
    this.language = language;
    this.labels = [];
    this.edgeLabels = [];
    this.hoverLabels = [];
    this.hoverEdgeLabels = [];
    this.pills = [];
    this.marks = [];
    this.names.forget(language);
    this.sprites.clear();
    this.turned.clear();
    this.numbers.clear();
  }

  /** After radii have changed. */
  forgetOrder(): void {
    this.names.forgetOrder();
  }

  /** The node whose pill lies under a point. */
  pillAt(view: View, x: number, y: number): number | null {
    const hit = this.pills.find((pill) => {
      if (pill.counts !== "more") return false;
      const box = pillBox(this.drawn, pill, view);
      return x >= box.x - 2 && x <= box.x + pill.width + 2 && y >= box.y - 2 && y <= box.y + pillHeight + 2;
    });
    return hit?.node ?? null;
  }

  choose(view: View): void {
    const { drawn, emphasis, names, taken } = this;
    taken.clear(view.width, view.height);
    for (const bar of this.keepClear) taken.mark(bar.x - 4, bar.y - 4, bar.width + 8, bar.height + 8);
    const { settled } = emphasis;
    // What stands out may be written over what steps back.
    markNodes(drawn, view, taken, settled.dims ? settled.nodes.keys() : undefined);
    markNotes(drawn, view, taken);
    // A pill stands where its node does; the name of a line can move along it.
    this.pills = choosePills(drawn, settled, names, view, taken);
    this.edgeLabels = chooseEdgeLabels(drawn, settled, names, this.language, view, taken);
    const standing = chooseStandingLabels(drawn, settled, names, view, taken);
    if (settled.dims) markNodes(drawn, view, taken);
    this.labels = [...standing, ...chooseLabels(drawn, settled, names, view, taken)];
    this.chooseUnknown(view);
    this.settled = taken.snapshot();
    this.ahead = null;
    this.chooseHover(view);
  }

  /** Writes some of what the next selection will need, for when the page is idle; true if there is more. */
  writeAhead({ dpr }: View): boolean {
    const { drawn, names, tokens, language, emphasis } = this;
    if (emphasis.settled.dims) return false;
    this.ahead ??= writingAhead(this.labels, { names, tokens, language, degree: (node) => drawn.nodes.degree[node] as number });
    for (let painted = 0; painted < aheadAtOnce; ) {
      const { value, done } = this.ahead.next();
      if (done === true) return false;
      const { text, width, look, turned } = value;
      const [sprites, unit] = turned ? [this.turned, finer * dpr] : [this.sprites, dpr];
      if (sprites.has(text, look, unit)) continue;
      sprites.prepare(text, width, look, unit);
      painted += 1;
    }
    return true;
  }

  private chooseUnknown(view: View): void {
    const { drawn, names, language, taken, unknown } = this;
    if (unknown === null) {
      this.marks = [];
      return;
    }
    const { placed, total } = chooseUnknown(drawn, unknown, { emphasis: this.emphasis.settled, names, language, view, taken });
    this.marks = placed;
    this.onUnknown(placed.length, total);
  }

  /** The node whose mark of the unknown lies under a point. */
  markedAt(view: View, x: number, y: number): number | null {
    return this.marks.find((mark) => isOnMark(this.drawn, mark, view, x, y))?.node ?? null;
  }

  /** Enough when only the pointer has moved: what is written already stays where it is. */
  chooseHover(view: View): void {
    const { drawn, emphasis, names, taken } = this;
    taken.restore(this.settled);
    const named = new Set(this.edgeLabels.map(({ edge }) => edge));
    const isAt = (edge: number, node: number | null) => drawn.edges.source(edge) === node || drawn.edges.target(edge) === node;
    // Of many lines that stand out not all are named: those at the pointer are, once.
    const isAsked = ([edge, style]: [number, number]) =>
      !named.has(edge) && (emphasis.settled.edges.get(edge) !== style || isAt(edge, emphasis.hoveredNode));
    const edges = new Map([...emphasis.edges].filter(isAsked));
    this.hoverEdgeLabels = chooseEdgeLabels(drawn, { ...emphasis.settled, edges }, names, this.language, view, taken);
    this.hoverLabels = chooseHoverLabels(drawn, emphasis, this.labels, names, view, taken);
  }

  paint(view: View): void {
    const { context, drawn, tokens } = this;
    context.setTransform(view.dpr, 0, 0, view.dpr, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    context.lineJoin = "round";
    context.textBaseline = "alphabetic";
    context.strokeStyle = tokens.canvas;
    this.paintEdgeLabels(view);
    paintUnknown(context, drawn, this.marks, { view, tokens });
    const grow = nodeScale(view.scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    const prepare = (label: Label): boolean => this.sprites.prepare(label.text, label.width, this.lookOf(label), view.dpr);
    // The weakest first: where a forced name lies over others it stays readable.
    const hovered = new Set(this.hoverLabels.map((label) => label.node));
    const written = [...this.hoverLabels, ...this.labels.filter((label) => !hovered.has(label.node))].reverse();
    if (!written.map(prepare).every(Boolean)) written.forEach(prepare);
    for (const label of written) {
      const at = toScreen(view, drawn.nodes.x(label.node), drawn.nodes.y(label.node));
      const strong = (this.emphasis.nodes.get(label.node) ?? 0) >= nodeStyles.selected;
      const box = boxOf(label.side, at.x, at.y, drawn.nodes.radius(label.node) * grow + (strong ? 3 : 0), label.width, label.face.size + 3);
      if (box.x > view.width || box.y > view.height || box.x + label.width < 0 || box.y < -20) continue;
      const [x, y] = [Math.round(box.x * view.dpr), Math.round((box.y + label.face.size) * view.dpr)];
      this.sprites.put(context, label.text, this.lookOf(label), x, y);
      if (this.emphasis.marks?.nodes.get(label.node) === "removed")
        this.strike(x, y - 0.36 * label.face.size * view.dpr, label.width * view.dpr);
    }
    context.setTransform(view.dpr, 0, 0, view.dpr, 0, 0);
    this.paintPills(view);
    paintNotes(context, drawn, { view, tokens });
    if (this.emphasis.marks !== null) paintBadges(context, drawn, this.emphasis.marks, { view, tokens });
  }

  /** A line through a name that goes; device pixels. */
  private strike(x: number, y: number, width: number): void {
    this.context.fillStyle = this.tokens.removed;
    this.context.fillRect(x, Math.round(y), width, Math.max(1, Math.round(width / 60)));
  }

  private lookOf(label: Label): Look {
    return { face: label.face, colour: this.tokens[label.colour], outline: this.tokens.canvas };
  }

  private paintEdgeLabels(view: View): void {
    const { context, tokens } = this;
    const labels = [...this.edgeLabels, ...this.hoverEdgeLabels];
    const lookOf = ({ edge, hot }: EdgeLabel): Look => {
      const mark = this.emphasis.marks?.edges.get(edge);
      return { face: faces.edge, colour: mark !== undefined ? tokens[mark] : hot ? tokens.ink : tokens.edgeHot, outline: tokens.canvas };
    };
    const prepare = (label: EdgeLabel): boolean => this.turned.prepare(label.text, label.width, lookOf(label), finer * view.dpr);
    if (!labels.map(prepare).every(Boolean)) labels.forEach(prepare);
    context.imageSmoothingQuality = "high";
    for (const label of labels) {
      const { x, y, angle } = pointOn(this.drawn, label.edge, view, label.along);
      const [cos, sin] = [Math.cos(angle) / finer, Math.sin(angle) / finer];
      context.setTransform(cos, sin, -sin, cos, x * view.dpr, y * view.dpr);
      const unit = finer * view.dpr;
      const look = lookOf(label);
      this.turned.put(context, label.text, look, (-label.width / 2) * unit, 3.8 * unit);
      if (this.emphasis.marks?.edges.get(label.edge) !== "removed") continue;
      context.fillStyle = look.colour;
      context.fillRect((-label.width / 2) * unit, -0.5 * unit, label.width * unit, unit);
    }
    context.setTransform(view.dpr, 0, 0, view.dpr, 0, 0);
  }

  private paintPills(view: View): void {
    const { context, tokens } = this;
    const lookOf = ({ counts }: Pill): Look => ({
      face: faces.pill,
      colour: counts === "members" ? tokens.canvas : tokens.ink2,
      outline: "transparent",
    });
    const prepare = (pill: Pill): boolean => this.numbers.prepare(pill.text, pill.width, lookOf(pill), view.dpr);
    if (!this.pills.map(prepare).every(Boolean)) this.pills.forEach(prepare);
    context.lineWidth = 1;
    for (const pill of this.pills) {
      const box = pillBox(this.drawn, pill, view);
      context.beginPath();
      context.roundRect(box.x, box.y, pill.width, pillHeight, pillHeight / 2);
      const members = pill.counts === "members";
      const dimmed = this.emphasis.dims && !this.emphasis.nodes.has(pill.node);
      context.fillStyle = !members ? tokens.pill : dimmed ? tokens.inkDim : tokens.ink;
      context.strokeStyle = members ? tokens.canvas : tokens.pillLine;
      context.fill();
      context.stroke();
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const pill of this.pills) {
      const box = pillBox(this.drawn, pill, view);
      const left = box.x + (pill.width - this.names.width(pill.text, faces.pill)) / 2;
      this.numbers.put(context, pill.text, lookOf(pill), Math.round(left * view.dpr), Math.round((box.y + 9.8) * view.dpr));
    }
    context.setTransform(view.dpr, 0, 0, view.dpr, 0, 0);
  }
}
