import type { Rule } from "./rule.ts";

const settle =
  "(?:落户(?:在|于|到)?|落地(?:在|于)?|入驻|落子|落址(?:在|于)?|选址(?:在|于)?|签约落户|位于|坐落于|坐落在|坐落|地处|建在|布局(?:在|于)?|扎根|安家(?:在|于)?|落脚(?:在|于)?|厂区(?:设)?在|厂址(?:在|设在|选在)|总部(?:设)?(?:在|于)|总部位于|总部落户(?:在|于)?|选在|放在|开在|办在|搬到|搬进|搬入|搬迁至|迁至|迁到|驻(?:在|于)|建于|落座(?:于)?|设于|设在|进驻|迁入|开工建设于|注册(?:在|于)|地址(?:在|位于)|同处|同在|身处|起步于|诞生于|来到)";
const doing =
  "(?:建设|新建|投建|兴建|布局|建成|打造|实施|投资|开工|动工|竣工|投产|试产|达产|全面达产|满产|签约|奠基|封顶|投用|落成|启动|揭牌|成立|设立|建|落地|举行|举办|召开|开幕|闭幕|开启)";

/** Where things are. */
export const placeRules: readonly Rule[] = [
  {
    name: "settled-in",
    predicate: "LOCATED_IN",
    pattern: `(?<s>{CJKAIE+})(?:等(?:{~8}))?(?:公司|集团)?(?:（[^（）。]{0,24}）)?(?:{~6}|，{~4})(?:{@})?(?:{~4})${settle}(?:了)?(?:{R}(?={R}))?(?<o>{KR})`,
  },
  {
    name: "settled-in-unsaid",
    predicate: "LOCATED_IN",
    pattern: `(?:^|，|；)(?:{@}，?)?(?:其|公司|该公司|企业|总部)(?:{~4})(?:{@})?(?:{~3})${settle}(?:了)?(?:{R}(?={R}))?(?<o>{KR})(?!的)`,
    subject: "company",
    confidence: 0.95,
  },
  {
    name: "settled-dropped",
    predicate: "LOCATED_IN",
    pattern: `(?:^|，|；)(?:{@})?(?:{~2})(?:落户|扎根|位于|坐落于|坐落在|地处|总部位于|总部设在|总部在|入驻)(?:在|于)?(?:了)?(?:{R}(?={R}))?(?<o>{KR})(?!的|{~10}的{CJ})`,
    subject: "carried",
    confidence: 0.95,
  },
  {
    name: "project-settled-unsaid",
    predicate: "LOCATED_IN",
    pattern: `(?:^|，|；|：)(?:该|本|这一|此)?项目(?:{~4})(?:{@})?(?:{~3})${settle}(?:了)?(?:{R}(?={R}))?(?<o>{KR})`,
    subject: "project",
    confidence: 0.95,
  },
  {
    name: "platform-settled-unsaid",
    predicate: "LOCATED_IN",
    pattern: `，(?:该)?(?:研究院|中心|实验室|基地)(?:{~4})(?:{@})?(?:{~3})${settle}(?:了)?(?<o>{KR})`,
    subject: "platform",
    confidence: 0.95,
  },
  {
    name: "in-place-then-name",
    predicate: "LOCATED_IN",
    pattern:
      "(?:^|，|；|。|：|“)(?:{~4})(?:在|走进|来到|位于|步入|走入)(?:位于)?(?:{R}(?={R}))?(?<o>{K}|{R}(?={KC}))(?:的|内的?|里的?|，)?(?:{K}，|{K}的)?(?<s>{CJA+})",
  },
  {
    name: "in-place-comma-name",
    predicate: "LOCATED_IN",
    pattern:
      "(?:^|，|；|。|：|“)(?:而|其中|同样)?在(?<o>{KR})(?:的)?(?:{K})?，(?<s>{C}(?!旗下|控股|的全资|的控股|的子公司|的?{J})|{J})(?!{~4}(?:与|和|同))",
    confidence: 0.95,
  },
  {
    name: "park-then-firm",
    predicate: "LOCATED_IN",
    pattern: "(?:^|；|。|：|“)(?<o>{K})(?:内|里|中)?，(?<s>{C})(?!{~4}(?:与|和|同))",
    confidence: 0.95,
  },
  {
    name: "park-gathers",
    predicate: "LOCATED_IN",
    pattern: "(?<o>{K})(?:{~6})(?:引进|引育|招引|引来|聚集|集聚|汇聚|入驻|落户)(?:了|的)?(?:{~2})(?<s>{C+})",
    confidence: 0.95,
  },
  {
    name: "inside-the-park",
    predicate: "LOCATED_IN",
    pattern: "(?:园内|园区内|园里|园区里|区内|同园区)的?(?:企业)?(?<s>{C+})",
    object: "park",
    confidence: 0.95,
  },
  {
    name: "in-place-comma-park",
    predicate: "LOCATED_IN",
    pattern: "(?:^|，|；|。|：|“)在{KR}(?:的)?(?<o>{K})，(?<s>{CJ})",
    confidence: 0.95,
  },
  {
    name: "in-place-firms-project",
    predicate: "LOCATED_IN",
    pattern: "(?:^|，|；|。|：|“)在(?<o>{KR})，(?:{C})(?:旗下的?{C})?(?:的)?(?<s>{J})",
    confidence: 0.95,
  },
  {
    name: "located-of",
    predicate: "LOCATED_IN",
    pattern:
      "(?:位于|坐落于|坐落在|落户(?:于|在)?|入驻|地处|建在|总部位于|总部设在|总部在|总部落户(?:于|在)?|扎根|设在|同在|身处|来自)(?:{R}(?={R}))?(?<o>{KR})的(?:{~8})(?<s>{CJKAE+})",
  },
  {
    name: "settled-there-too",
    predicate: "LOCATED_IN",
    pattern: "(?:落户|入驻|位于|扎根|落地)(?:在|于)?(?<o>{KR})的(?:还|包括|企业)?(?:有|包括|还有)(?<s>{CJ+})",
  },
  {
    name: "it-in-place",
    predicate: "LOCATED_IN",
    pattern: "(?:它|其|该公司|公司|该企业)(?:{~3})在(?<o>{K})(?:的|内|设|建|有)",
    subject: "company",
  },
  {
    name: "first-in-park",
    predicate: "LOCATED_IN",
    pattern: "入园(?:的)?(?:企业|项目)?(?:{~4})(?:——|：|，)?(?<s>{CJ}{J}?)",
    object: "park",
  },
  { name: "zone-and-firm", predicate: "LOCATED_IN", pattern: "(?<o>{K})(?:的|内的?|企业)?(?<s>{C})(?!集团内)", confidence: 0.95 },
  {
    name: "firm-of-region",
    predicate: "LOCATED_IN",
    pattern: "(?<o>{R})(?:的)?(?:本土|本地|当地|老牌|民营)?(?:企业|上市公司|龙头企业|骨干企业|车企|药企|钢企)(?:——)?(?<s>{C})",
  },
  {
    name: "is-firm-of",
    predicate: "LOCATED_IN",
    pattern: "(?<s>{C})(?:{~2})(?:是|系|为|作为)(?:{~2})(?<o>{KR})(?:的)?(?:[^，。；{CHUDQ}]{0,8}?)(?:企业|公司|上市公司|工厂)(?!的)",
    confidence: 0.95,
  },
  {
    name: "built-in-place",
    predicate: "LOCATED_IN",
    pattern: `在(?<o>{KR})(?:的)?(?:{~4})(?:投资)?(?:{#})?(?:{~6})(?:建设|新建|投建|兴建|布局|建成|打造|实施|建|规划建设|上马|投资|开工)(?:了|的)?(?:{~8}|{~4}{#}的?{~6})(?<s>{JKA+})`,
    wish: "keep",
  },
  {
    name: "project-happens-in",
    predicate: "LOCATED_IN",
    pattern: `(?<s>{JAE})(?:{~4}|{~2}{@}{~2}|，{@}{~2})(?:在|于)(?<o>{KR})(?:{K})?(?:{~6})${doing}`,
    wish: "keep",
  },
  {
    name: "event-opens-in",
    predicate: "LOCATED_IN",
    pattern: "(?<s>{E})(?:{~4}|{~4}{@}{~4})在(?:{R}(?={R}))?(?<o>{KR})(?:{~6})(?:举行|举办|召开|开幕|启幕|落幕|闭幕|举办|开启|拉开)",
  },
  {
    name: "firm-plans-in-place",
    predicate: "LOCATED_IN",
    pattern: "{S}在(?<o>{K})(?:{~4})(?:规划建设|建设|建有|设有|设立|拥有|设立了|建成|投资建设|布局)",
    confidence: 0.95,
  },
  {
    name: "firm-invests-in-place",
    predicate: "LOCATED_IN",
    pattern: "(?<s>{C})(?:{~4})在(?<o>{KR})(?:{~4})(?:建有|设有|设立|拥有|设立了|建成)",
    confidence: 0.95,
  },
  { name: "park-of-region", predicate: "LOCATED_IN", pattern: "(?<o>{RK})(?:的|境内的?|辖区内?的?)(?<s>{K})" },
  { name: "project-of-place", predicate: "LOCATED_IN", pattern: "(?<o>{K})(?:的|内的?)?(?:{~4})(?<s>{J})", confidence: 0.95 },
  { name: "site-of", predicate: "LOCATED_IN", pattern: "(?:^|，|；|。)(?:在|走进)(?<o>{K})(?:的)?(?:{C})(?:的)?(?<s>{J})" },
];
