import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { type SavedPicture, savedPicture } from "#graph/model/view.ts";

/** A link holds at most so many entities; a larger picture is saved on the server and linked to. */
export const linkLimit = 500;
/** Places in a link are exact to this part of a layout unit: less than a tenth of a pixel at 100 %. */
export const linkStep = 0.1;

/** A link cannot be opened. Nothing else has happened. */
export class LinkBroken extends Error {
  readonly reason: "damaged" | "newer";
  constructor(reason: "damaged" | "newer") {
    super(reason === "newer" ? "the link was made by a newer version" : "the link is incomplete or was changed on its way");
    this.name = "LinkBroken";
    this.reason = reason;
  }
}

const longest = 64 * 1024;
const largest = 1024 * 1024;

/** What every packed picture begins with and often holds. It belongs to the format: a change of it is a new version. */
const usual = strToU8(
  `park-inst-region-plat-fund-rec-ev-ind-person-cluster-prod-pol-xinyu-proj-chain-co-","co-["IndustrialChain","IndustryCluster","Industry","Institution","Recognition","Platform","Product","Project","Company","Region","Policy","Person","Event","Park","Fund"],"groups":[{"key":"","by":"kind","title":"","members":[],"open":true}]"shape":"box","width":,"height":,"title":{"zh":"","en":""}{"entity":"{"shape":"circle","x":,"y":,"radius":,"title":null},null,null,{"exploration":{"version":1,"shown":[],"positions":[],"hiddenKinds":[],"hiddenTypes":[],"status":"all","minConfidence":0,"selection":[],"edge":null,"highlight":null,"layout":"force","pinned":[],"groups":[],"style":{"size":"degree","colour":"kind","thickness":"even"},"clocks":{"heldAt":null,"saidBy":null},"trust":{"documents":null,"reliability":null}},"guides":[],"camera":{"x":,"y":,"ratio":,"width":,"height":}}`,
);

// Adding 0 turns −0 into 0, which JSON would do on the way.
const steps = (value: number): number => Math.round(value / linkStep) + 0;
const fromSteps = (count: number): number => count / Math.round(1 / linkStep);

/** Lengths through `length`, and places through `place`. */
function mapped(picture: SavedPicture, length: (value: number) => number): SavedPicture {
  const { exploration, guides, camera } = picture;
  return {
    ...picture,
    exploration: { ...exploration, positions: exploration.positions.map((value) => (value === null ? null : length(value))) },
    guides: guides.map((guide) =>
      guide.shape === "circle"
        ? { ...guide, x: length(guide.x), y: length(guide.y), radius: length(guide.radius) }
        : { ...guide, x: length(guide.x), y: length(guide.y), width: length(guide.width), height: length(guide.height) },
    ),
    camera: camera && { ...camera, x: length(camera.x), y: length(camera.y), ratio: Number(camera.ratio.toPrecision(6)) },
  };
}

/** The picture as a link will give it back: lengths to a tenth of a unit. */
export const asLinked = (picture: SavedPicture): SavedPicture => mapped(picture, (value) => fromSteps(steps(value)));

const version = "1";

/** The picture as text for the part of an address after `#`: letters, digits, `-`, `_` and `.` only. */
export function encodePicture(picture: SavedPicture): string {
  const packed = deflateSync(strToU8(JSON.stringify(mapped(picture, steps))), { level: 9, mem: 8, dictionary: usual });
  return `${version}.${checksum(packed)}.${toBase64(packed)}`;
}

/** The way back: `decodePicture(encodePicture(it))` equals `asLinked(it)`. Throws LinkBroken, whatever it is given. */
export function decodePicture(text: string): SavedPicture {
  const [, made, sum, packed] = /^(\d{1,3})\.([0-9a-z]{1,7})\.([\w-]+)$/.exec(text.slice(0, longest + 20)) ?? [];
  if (made !== undefined && made !== version) throw new LinkBroken("newer");
  if (packed === undefined || packed.length > longest) throw new LinkBroken("damaged");
  try {
    const bytes = fromBase64(packed);
    // Room of a fixed size: what unpacks to more than any picture is not unpacked further.
    const plain = checksum(bytes) === sum ? inflateSync(bytes, { out: new Uint8Array(largest), dictionary: usual }) : new Uint8Array(0);
    const picture = mapped(savedPicture.parse(JSON.parse(strFromU8(plain))), fromSteps);
    if (picture.exploration.shown.length <= linkLimit) return picture;
  } catch {
    // Every way of being broken is told in the same words.
  }
  throw new LinkBroken("damaged");
}

/** FNV-1a: finds a link that was cut or mistyped, and is no protection against one that was made up. */
function checksum(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

/** What the address of the page asks to be opened, if anything. */
export type Linked = { view: string } | { picture: string };

/** `#/explore?view=view-…` names a saved view, `#/explore?v=…` holds a picture. */
export function linkedIn(hash: string): Linked | null {
  const [path, query] = hash.split("?", 2);
  if (path !== "#/explore" || query === undefined) return null;
  const asked = new URLSearchParams(query);
  const view = asked.get("view");
  if (view !== null) return { view };
  const picture = asked.get("v");
  return picture === null ? null : { picture };
}

export const hashOf = (linked: Linked): string =>
  "view" in linked ? `#/explore?view=${encodeURIComponent(linked.view)}` : `#/explore?v=${linked.picture}`;
