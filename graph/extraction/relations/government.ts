import type { Rule } from "./rule.ts";

const back =
  "(?:支持|推动|助力|重点推进|加快推进|全力推进|加快建设|扶持|倾力扶持|服务保障|推进|加快|帮助|协助|帮扶|培育|做强|推动|保障|护航)";
const open = "(?:举办|召开|举行|承办|主办|开启|办起|共同举办|联合举办|共同主办|联合主办|协办|举办了|开)";
const approve = "(?:批准|核准|批复|备案|审批通过|审批|审议通过|同意|准予|核准批复|批复同意|立项|审查通过)";

/** What a region or its bodies do: host, support, aim at, approve. */
export const governmentRules: readonly Rule[] = [
  {
    name: "hosts",
    predicate: "HOSTS",
    pattern: `(?<s>{RI+})(?:[^。；：{E}]{0,20}?)${open}(?:了|的)?(?:{~10}|{~4}{@}{~6})(?<o>{E+})`,
  },
  {
    name: "hosted-by",
    predicate: "HOSTS",
    pattern: `(?<o>{E})(?:[^。；{IE}]{0,24}?)(?:由)?(?<s>{I}(?:(?:、|和|与|及){I})*)(?:等(?:{~6}))?(?:{~2})(?:共同|联合)?(?:主办|承办|举办|协办)`,
  },
  { name: "hosts-passive", predicate: "HOSTS", pattern: "(?<o>{E})(?:{~6}|{~4}{@}{~4})在(?<s>{R})(?:{~4})(?:举办|召开|举行|开幕|启幕)" },
  {
    name: "hosts-implied",
    predicate: "HOSTS",
    pattern: "(?:^|，|；)(?:{~8}|{@})(?:举办|召开|举行|承办)(?:了)?(?:{~6})(?<o>{E+})",
    subject: "region",
    confidence: 0.95,
  },
  { name: "supports", predicate: "SUPPORTS", pattern: `(?<s>{R})(?:{~8})${back}(?:{~4})(?<o>{CJKH+})`, wish: "keep" },
  {
    name: "supports-for",
    predicate: "SUPPORTS",
    pattern:
      "(?<s>{R})(?:{~8})(?:为|给|向)(?<o>{CJK+})(?:等(?:{~6}))?(?:{~4})(?:协调|解决|提供|发放|兑现|落实|配备|争取|拨付|申请)(?!{~8}(?:产品|配套|零部件))",
  },
  {
    name: "supports-implied",
    predicate: "SUPPORTS",
    pattern: `(?:^|，|；|。)(?:{~4})${back}(?:{~4})(?<o>{CJKH+})`,
    subject: "region",
    wish: "keep",
    confidence: 0.95,
  },
  {
    name: "targets",
    predicate: "TARGETS",
    pattern:
      "(?<s>{RL})(?:[^。；{C}]{0,30}?)(?<purpose>争创|争取|创建|力争打造|打造|冲刺|申报|培育|争建|建设成为|建设|创成|建成)(?:{~8})(?<o>{QU+})",
    wish: "keep",
    properties: purpose,
  },
  {
    name: "targets-implied",
    predicate: "TARGETS",
    pattern: "(?<!{CKU})(?<purpose>争创|创建|打造|冲刺|申报|加快打造|着力打造|全力打造|力争打造)(?:{#})?(?:{~8})(?<o>{QU+})",
    subject: "region",
    wish: "keep",
    confidence: 0.95,
    properties: purpose,
  },
  {
    name: "targets-place",
    predicate: "TARGETS",
    pattern:
      "(?<s>{RE})(?:{~6})(?<purpose>瞄准|紧盯|面向|盯紧|聚焦|主攻)(?<o>{R}(?:(?:、|和|与|及){R})*)(?:等(?:{~6}))?(?:{~6})(?:招商|引资|对接|推介|客商|企业)",
    properties: purpose,
  },
  {
    name: "fund-targets",
    predicate: "TARGETS",
    wish: "keep",
    pattern:
      "(?<s>{F})(?:[^。；]{0,40}?)(?<purpose>重点投向|主要投向|投向|主要投资|重点投资|投资于|聚焦|重点支持|支持|服务|专项用于|用于|撬动)(?:{~6})(?<o>{DU+})",
    properties: purpose,
  },
  {
    name: "approves",
    predicate: "APPROVES",
    pattern: `(?<s>{IC})(?:[^。；，{J}]{0,8}?)${approve}(?:了)?(?:{~6})(?<o>{J})`,
  },
  {
    name: "approved-by",
    predicate: "APPROVES",
    pattern: `(?<o>{J})(?:[^。；{J}]{0,10}?)(?:获得|获|通过|经|取得|得到|拿到|由|已获|收到)(?<s>{I})(?:{~8})(?:${approve}|同意)`,
  },
  {
    name: "operates",
    predicate: "OPERATES",
    pattern: "{S}(?:运营|负责运营|管理运营|拥有|受托管理|受托运营|建有|管理)(?:的|了)?(?:{~6})(?<o>{A})",
  },
  { name: "operates-daily", predicate: "OPERATES", pattern: "(?<s>{C})(?:{~2})负责(?<o>{A})(?:的)?(?:{~4})(?:运营|管理|运行|维护)" },
  {
    name: "operated-by",
    predicate: "OPERATES",
    pattern: "(?<o>{A})(?:[^。；，]{0,8})(?:，)?由(?<s>{C+})(?:{~4})(?:运营|管理|托管|运行)",
  },
  {
    name: "firm-opens-works",
    predicate: "OPERATES",
    pattern: "(?<s>{C})的?(?<o>{A})(?={~4}(?:启用|投用|投产|建成|揭牌|落成|运行|运营))",
    confidence: 0.95,
  },
  { name: "firm-and-its-works", predicate: "OPERATES", pattern: "(?:在|走进)(?<s>{C})的?(?<o>{A})", confidence: 0.95 },
  {
    name: "focuses",
    predicate: "FOCUSES_ON",
    pattern:
      "(?<s>{K})(?:{~10}|，|{~4}，{~4})(?:的)?(?:主导产业为|主导产业是|首位产业是|首位产业为|首位产业|主导产业|重点发展|聚焦|主攻|专注|专注于|以|形成以|形成了以|形成了?|重点布局|围绕|瞄准|深耕|锁定|发力|做强|主打|突出|定位于|着力发展|集聚了?|立足)(?:{~8})(?<o>{DO+})",
  },
  {
    name: "focuses-modifier",
    predicate: "FOCUSES_ON",
    pattern: "以(?<o>{DO+})(?:等)?为(?:主导|首位|主|特色|支柱|核心|主攻方向)(?:产业)?的(?:{~4})(?<s>{K})",
  },
  { name: "event-of-company", predicate: "INVOLVES", pattern: "(?<s>{E})(?:上|期间|中|现场)(?:[^。；]{0,10})，(?<o>{C+})" },
  {
    name: "joins-event",
    predicate: "INVOLVES",
    pattern:
      "(?<o>{C+})(?:等(?:{~6}))?(?:{~6}|{~2}{@}{~2})(?:亮相|参加|参展|出席|登陆|赴约|应邀参加|现身|出展)(?:了)?(?:{@}?{~4})(?<s>{E})",
  },
  {
    name: "event-draws",
    predicate: "INVOLVES",
    pattern: "(?<s>{E})(?:{~4})(?:吸引|邀请|迎来|汇聚)(?:了)?(?:{~4})(?<o>{C+})",
  },
  {
    name: "signed-at-event",
    predicate: "INVOLVES",
    pattern:
      "(?<s>{E})(?:{~4})，(?:[^。；]{0,8})(?:{C})?(?:的)?(?<o>{J+})(?:等{J}|等(?:{~6}))?(?:{~4})(?:现场|集中|当场)?(?:签约|开工|投产|揭牌)",
  },
  { name: "leads-programme", predicate: "LEADS", pattern: "由(?<s>{C})(?:牵头|领衔)(?:{~6})(?<o>{L})" },
  {
    name: "part-of-plan",
    predicate: "PART_OF_PLAN",
    pattern: "(?<s>{EL})(?:{~4})(?:是|作为|属于|纳入)(?:{~6})(?<o>{L})(?:的)?(?:{~4})(?:组成部分|重要内容|之一|配套|举措|抓手)",
  },
];

function purpose(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return groups.purpose ? { purpose: groups.purpose } : {};
}
