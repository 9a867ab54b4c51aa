import type { Rule } from "./rule.ts";

const rank = "(?:名列|位列|位居|列|排名|排|入选|入围|跻身|上榜|登榜|登上|挺进|荣登|排到|冲进|挤进|进入|再次入围|闯入|杀入|晋级|荣列)";
const honour =
  "(?<state>蝉联|入列|荣列|再获|入选|获评|获批建设|获批|获认定为|认定为|获得|荣获|荣膺|斩获|摘得|拿下|捧回|捧得|评上|挂上|戴上|获颁|跨入|被授牌|被认定|认定|摘取|跻身|被(?:{~8})(?:认定|评|评定|列|授予|确定|命名)为?|被列入|被授予|授予|获授予|成功创建|成功入选|列入|纳入|晋升为|升级为|升格为|晋级|获授|通过|获|入围|进入|当选|被纳入|成为|创成|建成|评为|获称|赢得|上榜)";

/** Rankings and titles that were won. */
export const honourRules: readonly Rule[] = [
  {
    name: "ranked",
    predicate: "RANKED_IN",
    pattern: `{S}${rank}(?:了|到)?(?:{@}?{~4})(?<o>{Q})(?:榜单?|名单)?(?:{~4})?(?:第(?<position>\\d+)[位名])?`,
    properties: position,
  },
  {
    name: "ranked-second",
    predicate: "RANKED_IN",
    pattern: "(?<s>{C})(?:[^。；{C}]{0,30}?)(?:{Q})(?:第\\d+[位名])?(?:、|和|，)(?:{@}?{~4})(?<o>{Q})第(?<position>\\d+)[位名]",
    properties: position,
  },
  {
    name: "ranked-second-unsaid",
    predicate: "RANKED_IN",
    pattern: `${rank}(?:{@}?{~4})(?:{Q})第\\d+[位名](?:、|和|，)(?:{@}?{~4})(?<o>{Q})第(?<position>\\d+)[位名]`,
    subject: "company",
    confidence: 0.95,
    properties: position,
  },
  {
    name: "ranked-at",
    predicate: "RANKED_IN",
    pattern: `(?<s>{C})(?:{~3})(?:以|排)?第(?<position>\\d+)[位名](?:{~6})(?:的成绩)?(?:{~4})${rank}(?:了)?(?<o>{Q})`,
    properties: position,
  },
  {
    name: "ranked-by-means",
    predicate: "RANKED_IN",
    pattern: `(?<s>{C})(?:{~3})(?:以|凭借|凭)(?:[^。；，{C}]{0,16}?)${rank}(?:了)?(?:{@}?{~4})(?<o>{Q})(?:第(?<position>\\d+)[位名])?`,
    properties: position,
  },
  {
    name: "ranked-in",
    predicate: "RANKED_IN",
    pattern:
      "(?:在|位列|位居)?(?<o>{Q})(?:榜单?|中|中的?|里)(?:，)?(?<s>{C})(?:{~6})(?:排名|位列|位居|排在|列|居|排)?(?:第)(?<position>\\d+)[位名]?",
    properties: position,
  },
  {
    name: "ranked-by",
    predicate: "RANKED_IN",
    pattern: "{S}在(?:{~4}{@}?)(?<o>{Q})(?:榜单?)?(?:中|里|上)?(?:{~2})(?:排名|位列|位居|排在|列|居|排)(?:第)(?<position>\\d+)[位名]",
    properties: position,
  },
  {
    name: "list-published",
    predicate: "RANKED_IN",
    pattern:
      "(?<o>{Q})(?:榜单?|名单)?(?:{~2})(?:发布|公布|揭晓|出炉|中|里|，)(?:，)?(?:{R})?(?:企业)?(?<s>{C+})(?:{~6})(?:上榜|在列|入围|入选|榜上有名|位列|排名|跻身|登榜)",
  },
  {
    name: "recognised",
    predicate: "RECOGNIZED_AS",
    pattern: `(?<s>{CUAJ+}|{KR+}(?!的|内|里))(?:等(?:{~6}))?(?:{~10}|{~4}{@}{~4})${honour}(?:了)?(?:为|{@})?(?:{~8})(?<o>{Q}(?:{~2}(?:、|和|及){Q})*)`,
    properties: state,
  },
  {
    name: "recognised-unsaid",
    predicate: "RECOGNIZED_AS",
    pattern: `{S}${honour}(?:了)?(?:为|{@})?(?:{~8})(?<o>{Q}(?:{~2}(?:、|和|及){Q})*)`,
    properties: state,
  },
  {
    name: "recognised-by",
    predicate: "RECOGNIZED_AS",
    pattern: "(?<s>{CKRUA+})(?:{~4})(?:被|获|经){I}(?:{~4})(?:认定|评|评定|列|授予|确定|命名|批准|授牌)(?:为|成为)?(?:{~4})(?<o>{Q})",
    properties: () => ({}),
  },
  {
    name: "recognised-by-unsaid",
    predicate: "RECOGNIZED_AS",
    pattern: "{S}(?:被|获|经){I}(?:{~4})(?:认定|评|评定|列|授予|确定|命名|批准|授牌)(?:为|成为)?(?:{~4})(?<o>{Q})",
    properties: () => ({}),
  },
  {
    name: "ranked-implied-list",
    predicate: "RANKED_IN",
    pattern: "(?<s>{C+})(?:{~18})(?:名列|位列|位居|排名|分列|列|居|排在|排)(?:第(?<position>\\d+)[位名])",
    object: "ranking",
    properties: position,
  },
  {
    name: "ranked-implied-company",
    predicate: "RANKED_IN",
    pattern:
      "(?:^|，|。)(?:连续[一二三四五六七八九十\\d]+年|再次|首次|成功|已|又|并|还|也|先后|均|{@})*(?:入选|名列|跻身|位列|入围|上榜|排名)(?:了)?(?:{@})?(?<o>{Q})(?:榜单)?(?:，)?(?:{~4}第(?<position>\\d+)[位名])?",
    subject: "company",
    confidence: 0.95,
    properties: position,
  },
  {
    name: "recognised-in-list",
    predicate: "RECOGNIZED_AS",
    pattern: "(?<o>{Q})(?:名单|榜单)?(?:{~4})，(?<s>{CKRU+})(?:等(?:{~6}))?(?:{~3})(?:入选|上榜|在列|榜上有名|入列)",
  },
  {
    name: "recognised-named",
    predicate: "RECOGNIZED_AS",
    pattern: "(?<s>{CKRU})(?:{~6})(?:是|为|系)(?:{~6})(?<o>{Q})(?=，|。|；|、|和|$|之一)",
    properties: () => ({}),
  },
  {
    name: "recognised-as-carried",
    predicate: "RECOGNIZED_AS",
    pattern: "{S}(?:是|系|为)(?:{~6})(?<o>{Q}(?:(?:、|和|及){Q})*)(?=，|。|；|$|之一)",
    properties: () => ({}),
  },
  {
    name: "this-titled-firm",
    predicate: "RECOGNIZED_AS",
    pattern: "(?:^|，|；)这[家个户座](?<o>{Q})",
    subject: "company",
    confidence: 0.95,
    properties: () => ({}),
  },
  {
    name: "recognised-as",
    predicate: "RECOGNIZED_AS",
    pattern: "(?:作为|身为)(?:{~6})(?<o>{Q})(?:之一)?，(?<s>{CKRU})",
    properties: () => ({}),
  },
  {
    name: "recognised-as-unsaid",
    predicate: "RECOGNIZED_AS",
    pattern: "(?:作为|身为)(?:{~6})(?<o>{Q})(?:之一)?，(?=这家|该公司|公司|企业)",
    subject: "company",
    confidence: 0.95,
    properties: () => ({}),
  },
  {
    name: "recognised-appositive",
    predicate: "RECOGNIZED_AS",
    pattern: "(?:^|，|。|；|：|—|“|{@})(?<o>{Q})(?:——|企业)?(?<s>{CK})",
    confidence: 0.95,
    properties: () => ({}),
  },
];

function position(groups: Readonly<Record<string, string | undefined>>): Record<string, number> {
  return groups.position ? { position: Number(groups.position) } : {};
}
function state(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return groups.state ? { state: groups.state.replaceAll(/[\ue000-\uf8ff]/g, "") } : {};
}
