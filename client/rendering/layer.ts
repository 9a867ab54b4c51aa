import { glyphTexture, paintGlyphs } from "./atlas.ts";
import type { EdgeColumns, NodeColumns } from "./columns.ts";
import type { Language, Style, Theme } from "./interface.ts";
import { link, type Program } from "./program.ts";
import { arrowFragment, arrowVertex, edgeFragment, edgeVertex, lineFragment, lineVertex } from "./shaders/edge.ts";
import { listedNodeFragment, nodeFragment, nodeVertex } from "./shaders/node.ts";
import { paletteSize } from "./shaders/shared-glsl.ts";
import { BitTexture, ColumnTexture, IndexTexture } from "./textures.ts";
import { dimming, palette } from "./theme.ts";
import { nodeScale, type View } from "./view.ts";
import type { Visibility } from "./visibility.ts";

/** A bent edge is drawn as this many straight pieces. */
const curvePieces = 12;
/** Above this many edges a moving picture draws hairlines without heads. */
const plainWhileMovingFrom = 2_500;
/** Above this many edges in view, heads would be a grey of their own. */
const headsUpTo = 5_000;

const nothing = new Uint32Array(1);

const sources = {
  node: { vertex: nodeVertex, fragment: nodeFragment },
  listedNode: { vertex: nodeVertex, fragment: listedNodeFragment },
  edge: { vertex: edgeVertex, fragment: edgeFragment },
  arrow: { vertex: arrowVertex, fragment: arrowFragment },
  line: { vertex: lineVertex, fragment: lineFragment },
};

export interface Picture {
  nodes: NodeColumns;
  edges: EdgeColumns;
  visibility: Visibility;
  /** How far dimming has come, 0 to 1. */
  dim: number;
  /** Edges in view, estimated: where they crowd, each gets fainter. */
  crowd: number;
}

interface Resources {
  programs: Record<keyof typeof sources, Program>;
  view: WebGLBuffer;
  nodes: ColumnTexture;
  edges: ColumnTexture;
  bent: IndexTexture;
  focusEdges: IndexTexture;
  focusNodes: IndexTexture;
  wornNodes: IndexTexture;
  glyphs: WebGLTexture;
  maskedNodes: BitTexture;
  maskedEdges: BitTexture;
}

/** Draws the columns. Everything on the GPU can be made again from them: a lost context costs one frame. */
export class Layer {
  private resources: Resources | null = null;
  private readonly viewBlock = new Float32Array(20 + 4 * paletteSize);
  private readonly viewWords = new Uint32Array(this.viewBlock.buffer);
  private lists = {
    bent: [] as readonly number[],
    edges: [] as readonly number[],
    nodes: [] as readonly number[],
    worn: [] as readonly number[],
  };
  private theme: Theme;
  private language: Language;
  private readonly gl: WebGL2RenderingContext;

  constructor(gl: WebGL2RenderingContext, theme: Theme, language: Language) {
    this.gl = gl;
    this.theme = theme;
    this.language = language;
    this.viewBlock.set(palette(theme), 20);
    this.init();
  }

  /** Makes all resources; after a context was restored the caller marks the columns as grown. */
  init(): void {
    const gl = this.gl;
    const programs = link(gl, sources);
    for (const { program, at, activate } of Object.values(programs)) {
      gl.uniformBlockBinding(program, gl.getUniformBlockIndex(program, "View"), 0);
      activate();
      gl.uniform1i(at("nodes"), 0);
      gl.uniform1i(at("edges"), 1);
      gl.uniform1i(at("list"), 2);
      gl.uniform1i(at("glyphs"), 3);
      gl.uniform1i(at("maskedNodes"), 4);
      gl.uniform1i(at("maskedEdges"), 5);
    }
    const view = gl.createBuffer() as WebGLBuffer;
    gl.bindBuffer(gl.UNIFORM_BUFFER, view);
    gl.bufferData(gl.UNIFORM_BUFFER, this.viewBlock.byteLength, gl.DYNAMIC_DRAW);
    const index = (entries: readonly number[]): IndexTexture => {
      const texture = new IndexTexture(gl);
      texture.set(entries);
      return texture;
    };
    gl.activeTexture(gl.TEXTURE3);
    this.resources = {
      programs,
      view,
      nodes: new ColumnTexture(gl),
      edges: new ColumnTexture(gl),
      bent: index(this.lists.bent),
      focusEdges: index(this.lists.edges),
      focusNodes: index(this.lists.nodes),
      wornNodes: index(this.lists.worn),
      glyphs: glyphTexture(gl, paintGlyphs(this.language)),
      maskedNodes: new BitTexture(gl),
      maskedEdges: new BitTexture(gl),
    };
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.viewBlock.set(palette(theme), 20);
  }

  /** Also called when fonts have arrived: glyphs are drawn with what is there. */
  setGlyphs(language: Language): void {
    this.language = language;
    if (this.resources === null || this.gl.isContextLost()) return;
    this.gl.deleteTexture(this.resources.glyphs);
    this.gl.activeTexture(this.gl.TEXTURE3);
    this.resources.glyphs = glyphTexture(this.gl, paintGlyphs(language));
  }

  setThickness(thickness: Style["thickness"]): void {
    this.viewBlock[16] = thickness === "confidence" ? 1 : 0;
  }

  setBent(edges: readonly number[]): void {
    this.lists.bent = edges;
    this.resources?.bent.set(edges);
  }

  /** Nodes with a pin or a stack: the program of the mass leaves them out. */
  setWorn(nodes: readonly number[]): void {
    this.lists.worn = nodes;
    this.resources?.wornNodes.set(nodes);
  }

  /** What is drawn again above the mass, later entries on top: index, style in the top byte. */
  setFocus(nodes: readonly number[], edges: readonly number[]): void {
    this.lists = { ...this.lists, nodes, edges };
    this.resources?.focusNodes.set(nodes);
    this.resources?.focusEdges.set(edges);
  }

  /** Brings the GPU's copies up to date before they are drawn. */
  upload({ nodes, edges }: Pick<Picture, "nodes" | "edges">): void {
    if (this.resources === null || this.gl.isContextLost()) return;
    this.resources.nodes.bind(0, nodes);
    this.resources.edges.bind(1, edges);
  }

  draw(view: View, picture: Picture, moving: boolean): void {
    const { gl, resources } = this;
    if (resources === null || gl.isContextLost()) return;
    const { nodes, edges } = picture;
    const width = gl.drawingBufferWidth;
    const height = gl.drawingBufferHeight;
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (nodes.count === 0) return;
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.writeView(view, picture, width, height);
    this.upload(picture);
    gl.activeTexture(gl.TEXTURE3);
    gl.bindTexture(gl.TEXTURE_2D, resources.glyphs);

    const { masked } = picture.visibility;
    resources.maskedNodes.bind(4, masked?.nodes ?? nothing);
    resources.maskedEdges.bind(5, masked?.edges ?? nothing);
    for (const program of Object.values(resources.programs)) {
      program.activate();
      gl.uniform1i(program.at("masked"), masked === null ? 0 : 1);
    }

    const { edge, arrow, line, node, listedNode } = resources.programs;
    if (moving && edges.count > plainWhileMovingFrom) {
      line.activate();
      gl.drawArrays(gl.LINES, 0, 2 * edges.count);
    } else {
      edge.activate();
      this.mass(edge, edges.count, 1);
      this.listed(edge, resources.bent, curvePieces);
      if (picture.crowd < headsUpTo) {
        arrow.activate();
        this.mass(arrow, edges.count, 1);
      }
    }
    node.activate();
    this.mass(node, nodes.count, 1);
    listedNode.activate();
    this.listed(listedNode, resources.wornNodes, 1);
    edge.activate();
    this.listed(edge, resources.focusEdges, curvePieces);
    arrow.activate();
    this.listed(arrow, resources.focusEdges, 1);
    listedNode.activate();
    this.listed(listedNode, resources.focusNodes, 1);
  }

  private mass(program: Program, count: number, pieces: number): void {
    this.gl.uniform1i(program.at("listed"), 0);
    this.gl.uniform1i(program.at("segments"), pieces);
    if (count > 0) this.gl.drawArrays(this.gl.TRIANGLES, 0, 6 * count);
  }

  private listed(program: Program, list: IndexTexture, pieces: number): void {
    if (list.count === 0) return;
    list.bind(2);
    this.gl.uniform1i(program.at("listed"), 1);
    this.gl.uniform1i(program.at("segments"), pieces);
    this.gl.drawArrays(this.gl.TRIANGLES, 0, 6 * pieces * list.count);
  }

  private writeView(view: View, picture: Picture, width: number, height: number): void {
    const { visibility, dim, crowd } = picture;
    const left = dimming[this.theme];
    this.viewBlock.set([view.x, view.y, view.scale * view.dpr, view.dpr], 0);
    this.viewBlock.set(
      [width, height, nodeScale(view.scale) * view.dpr, Math.min(1, Math.max(0.07, (900 / Math.max(1, crowd)) ** 0.62))],
      4,
    );
    this.viewBlock.set([dim, left.fill, left.edge, visibility.minConfidence], 8);
    this.viewWords.set([visibility.kinds, visibility.types[0], visibility.types[1], visibility.status], 12);
    this.gl.bindBufferBase(this.gl.UNIFORM_BUFFER, 0, (this.resources as Resources).view);
    this.gl.bufferSubData(this.gl.UNIFORM_BUFFER, 0, this.viewBlock);
  }
}
