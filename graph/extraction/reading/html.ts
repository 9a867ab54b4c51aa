import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from "parse5";
import type { ParagraphKind } from "#graph/vocabulary/marks.ts";
import { layOut } from "./blocks.ts";
import { dateIn, type Published, publishedIn } from "./publication-date.ts";
import type { ReadText } from "./read-document.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
interface Piece {
  text: string;
  kind: ParagraphKind;
}

const unseen = new Set("script style template noscript head iframe object svg canvas select button form nav footer aside menu".split(" "));
const inline = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q ruby rb s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);
const kindOf: Readonly<Record<string, ParagraphKind>> = {
  h1: "headline",
  h2: "subhead",
  h3: "subhead",
  h4: "subhead",
  h5: "subhead",
  h6: "subhead",
  figcaption: "caption",
  caption: "caption",
};

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((it) => it.name === name)?.value;

function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName) || attribute(element, "hidden") !== undefined || attribute(element, "aria-hidden") === "true")
    return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, "style") ?? "");
}

function* elementsOf(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const textOf = (node: Node): string =>
  tree.isTextNode(node) ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** White space as a browser shows it; a line break of the source between two Chinese characters is none. */
const collapsed = (text: string): string =>
  text
    .replace(/[\s\u00a0\u3000]+/g, (space, at: number, whole: string) =>
      space.includes("\n") && han.test(whole[at - 1] ?? "") && han.test(whole[at + space.length] ?? "") ? "" : " ",
    )
    .trim();

/** The visible text below a node, a piece for each block and each line break. */
function piecesOf(root: Node): Piece[] {
  const pieces: Piece[] = [];
  let words = "";
  let kind: ParagraphKind = "body";
  const flush = (): void => {
    const text = collapsed(words);
    if (text !== "") pieces.push({ text, kind });
    words = "";
  };
  const walk = (node: Node): void => {
    if (tree.isTextNode(node)) {
      words += node.value;
      return;
    }
    if (!("childNodes" in node)) return;
    const element = tree.isElementNode(node) ? node : null;
    if (element !== null && isUnseen(element)) return;
    const block = element !== null && !inline.has(element.tagName);
    if (block) flush();
    const outer = kind;
    kind = (element === null ? undefined : kindOf[element.tagName]) ?? kind;
    for (const child of node.childNodes) walk(child);
    if (block) flush();
    kind = outer;
  };
  walk(root);
  flush();
  return pieces;
}

/** The element that holds the article itself, where the page marks one: the rest is the site around it. */
function articleOf(elements: readonly Element[]): Element | null {
  const marks: ((it: Element) => boolean)[] = [
    (it) => attribute(it, "itemprop") === "articleBody",
    (it) => it.tagName === "article",
    (it) => it.tagName === "main" || attribute(it, "role") === "main",
    // The text of a page of the newspaper system that most Chinese papers use.
    (it) => it.tagName === "founder-content" || attribute(it, "id") === "ozoom",
  ];
  for (const mark of marks) {
    const found = elements.filter((it) => mark(it) && !isUnseen(it) && textOf(it).trim() !== "");
    if (found.length === 1) return found[0] as Element;
  }
  return null;
}

const dateNames =
  /^(?:article:published_time|og:release_date|og:published_time|pubdate|publishdate|publish[-_]?time|publication[-_]?date|dc\.date(?:\.issued)?|dcterms\.issued|datepublished)$/i;

function publishedBy(elements: readonly Element[]): Published | null {
  const given: { text: string; basis: string }[] = [];
  for (const element of elements) {
    const name = attribute(element, "property") ?? attribute(element, "name") ?? attribute(element, "itemprop") ?? "";
    if (element.tagName === "meta" && dateNames.test(name))
      given.push({ text: attribute(element, "content") ?? "", basis: `网页元数据 ${name}` });
    if (element.tagName === "script" && attribute(element, "type") === "application/ld+json")
      given.push({ text: /"datePublished"\s*:\s*"([^"]*)"/.exec(textOf(element))?.[1] ?? "", basis: "网页元数据 datePublished" });
  }
  const times = elements.filter((it) => it.tagName === "time");
  const own = times.filter((it) => attribute(it, "pubdate") !== undefined || attribute(it, "itemprop") === "datePublished");
  for (const it of own.length > 0 ? own : times.length === 1 ? times : [])
    given.push({ text: attribute(it, "datetime") ?? textOf(it), basis: "网页时间标记" });
  for (const { text, basis } of given) {
    const value = dateIn(text);
    if (value !== null) return { value, basis };
  }
  return null;
}

/** The visible text of a page. Offsets are into this text, not into the page's source. */
export function readHtml(source: string): ReadText {
  const document = parse(source);
  const elements = [...elementsOf(document)];
  const article = articleOf(elements);
  const whole = piecesOf(document);
  const inside = article === null ? whole : piecesOf(article);
  const headline = whole.find((it) => it.kind === "headline");
  const pieces = article === null || headline === undefined || inside.some((it) => it.kind === "headline") ? inside : [headline, ...inside];
  const { text, paragraphs } = layOut(pieces);
  const titles = elements.filter((it) => it.tagName === "title").map((it) => collapsed(textOf(it)));
  return {
    text,
    paragraphs,
    title: headline?.text ?? titles.find((it) => it !== "") ?? null,
    published: publishedBy(elements) ?? publishedIn(whole.map((it) => it.text).join("\n")),
    marked: pieces.some((it) => it.kind !== "body"),
  };
}
