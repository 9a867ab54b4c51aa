import { divisions } from "./divisions.ts";
import { furtherCounties } from "./further-counties.ts";

export interface Division {
  readonly code: string;
  /** 新余市 */
  readonly name: string;
  readonly level: "country" | "province" | "city" | "county" | "economic";
}

/** Short names that are words of their own, or of several places: only the full name counts. */
const ambiguous = new Set(
  "新建 铜鼓 万年 莲花 西湖 东湖 月湖 南城 兴国 大余 湖口 新干 朝阳 白银 东方 中山 大同 平安 通化 文山 怒江 伊春 阳泉 长治 保定 安康 吉安县 资阳 开封 三明 铜陵县 海东 海北 海南藏族自治州 山南 来宾 北海 防城港市区 黄山 黄石 金昌 双鸭山市区 林芝 那曲 信阳市区 泰州市区 广元 遂宁 玉树 昌江 德安 泰和 青原 安源 信州 珠山 乐安 安福 永新 永丰 崇仁".split(
    " ",
  ),
);

/** Places that are no administrative division. */
const economic = [
  "粤港澳大湾区",
  "长三角",
  "长江三角洲",
  "珠三角",
  "京津冀",
  "京津冀城市群",
  "海西经济区",
  "成渝",
  "长江经济带",
  "赣西",
  "赣南",
  "赣东北",
  "赣北",
  "赣中",
  "赣南苏区",
  "中部地区",
  "闽南",
  "新宜吉",
  "昌九",
  "大南昌都市圈",
  "长株潭",
];
const countries = [
  "中国",
  "美国",
  "德国",
  "日本",
  "韩国",
  "英国",
  "法国",
  "意大利",
  "俄罗斯",
  "印度",
  "越南",
  "泰国",
  "新加坡",
  "马来西亚",
  "印度尼西亚",
  "阿根廷",
  "澳大利亚",
  "墨西哥",
  "巴西",
  "加拿大",
  "匈牙利",
  "津巴布韦",
  "刚果（金）",
  "欧洲",
  "欧盟",
  "东南亚",
  "中东",
  "非洲",
  "南美",
];

const levelOf = (code: string): Division["level"] => (code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county");

const all: Division[] = [
  ...[...`${divisions}${furtherCounties}`.matchAll(/(\d{6})(\S+)/g)].map(([, code = "", name = ""]) => ({
    code,
    name,
    level: levelOf(code),
  })),
  ...economic.map((name) => ({ code: "", name, level: "economic" as const })),
  ...countries.map((name) => ({ code: "", name, level: "country" as const })),
];

const byCode = new Map(all.filter((it) => it.code).map((it) => [it.code, it]));

/** 新余市 → 新余, 广西壮族自治区 → 广西; null where nothing is left that names a place. */
function shortOf({ name, level, code }: Division): string | null {
  // Outside Jiangxi a county counts by its full name only: too many short ones are words.
  if (!code || (level === "county" && !code.startsWith("36"))) return null;
  const short = name
    .replace(/(?:壮族|回族|维吾尔|特别)?(?:自治区|行政区)$/, "")
    .replace(/(?:[\u4e00-\u9fff]{1,3}族)+自治[州县]$/, "")
    .replace(level === "province" ? /[省市]$/ : /(?:地区|市|县|区|盟|新区)$/, "");
  return short.length >= 2 && short !== name && !ambiguous.has(short) ? short : null;
}

/** Surface → the division that it names; where two share a short name, the higher one (吉林), then the first. */
export const regionSurfaces: ReadonlyMap<string, Division> = (() => {
  const surfaces = new Map<string, Division>();
  for (const it of all) {
    if (!surfaces.has(it.name)) surfaces.set(it.name, it);
    const short = shortOf(it);
    if (short && !surfaces.has(short)) surfaces.set(short, it);
  }
  return surfaces;
})();

/** The division that holds this one: 分宜县 → 新余市, 新余市 → 江西省. */
export function parentOf({ code, level }: Division): Division | null {
  if (level === "county") return byCode.get(`${code.slice(0, 4)}00`) ?? byCode.get(`${code.slice(0, 2)}0000`) ?? null;
  return level === "city" ? (byCode.get(`${code.slice(0, 2)}0000`) ?? null) : null;
}

export const divisionNamed = (name: string): Division | null => regionSurfaces.get(name) ?? null;
